#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "words/tables.hpp"

namespace acta::words {

namespace {

constexpr auto kinds = static_cast<std::size_t>(Kind::count);

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Marks that stand over the letter before them.
constexpr bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

constexpr bool is_prime(char32_t c) { return c == 0x2032 || c == 0x2035; }

/// Whether a character of a word stands at `at`: a letter, a digit, or a mark over one.
bool is_in_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (is_ascii(text[at])) return is_letter_or_digit(text[at]);
  const char32_t c = text::front(text.substr(at)).value;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool is_mark = c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) ||
                       (c >= 0x3000 && c < 0x3040) || text::is_zero_width(c);
  return !is_mark;
}

/// Whether a form may begin at `at`: not in the middle of a word.
bool may_begin_at(std::string_view text, std::size_t at) {
  if (at == 0 || !is_in_word(text, at)) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  return !is_in_word(text, before);
}

/// Where the character behind the one at `at` begins.
std::size_t next_of(std::string_view text, std::size_t at) {
  return at + (is_ascii(text[at]) ? 1 : text::front(text.substr(at)).size);
}

/// A piece of a text, folded: nothing for a character that no form holds.
struct Piece {
  std::optional<std::string_view> folded;
  std::size_t bytes = 0;
};

std::optional<std::string_view> fold_wide(char32_t c) {
  if (is_combining(c)) return "";
  if (is_prime(c)) return "'";
  return text::known_fold(c);
}

/// The piece at `at`: a character, or a run of blanks.
Piece piece_at(std::string_view text, std::size_t at) {
  const auto folded_at = [text](std::size_t i) -> Piece {
    const char c = text[i];
    if (c == '_') return {" ", 1};
    if (is_ascii(c))
      return {std::string_view(&text::ascii_folds[static_cast<unsigned char>(c)], 1), 1};
    const text::CodePoint wide = text::front(text.substr(i));
    return {fold_wide(wide.value), wide.size};
  };
  Piece piece = folded_at(at);
  if (piece.folded != " ") return piece;
  for (std::size_t end = at + piece.bytes; end < text.size();) {
    const Piece more = folded_at(end);
    if (more.folded != " ") break;
    end += more.bytes;
    piece.bytes = end - at;
  }
  return piece;
}

/// What a form means.
struct Meaning {
  Kind kind;
  std::int16_t value;
  Language language;
  bool is_head = false;    ///< The word may go on.
  bool is_shared = false;  ///< Another language has the form too.
};

/// All forms, folded, as one tree of their bytes.
class Tree {
 public:
  Tree();

  const text::ByteSet& heads(Kind kind) const { return heads_[static_cast<std::size_t>(kind)]; }

  bool may_be_within(Kind first, Kind last) const {
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
      if (within_[i]) return true;
    }
    return false;
  }

  /// Calls `each(end, meanings)` wherever the text from `at` on has spelled forms to their end,
  /// short ones first, as long as a form of the kinds from `first` to `last` may go on.
  template <typename Each>
  void walk(Kind first, Kind last, std::string_view text, std::size_t at, Each each) const;

 private:
  struct Node {
    std::uint64_t groups = 0;  // Of the kinds of all forms that go through it.
    std::uint32_t child = 0;
    std::uint32_t meaning = 0;
    std::uint16_t children = 0;
    std::uint16_t meanings = 0;
  };

  struct Form {
    std::string folded;
    Meaning meaning;
  };

  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::size_t group_size = (kinds + 63) / 64;

  /// Neighboring kinds are a group, a bit each: whether a form of some kinds may go on from a node.
  static constexpr std::uint64_t groups(Kind first, Kind last) {
    const std::size_t begin = static_cast<std::size_t>(first) / group_size;
    const std::size_t end = static_cast<std::size_t>(last) / group_size;
    return (~std::uint64_t{0} >> (63 - (end - begin))) << begin;
  }

  std::uint32_t child_of(std::uint32_t node, char byte) const {
    if (node == 0) return first_[static_cast<unsigned char>(byte)];
    const Node& parent = nodes_[node];
    for (std::uint32_t i = parent.child; i < parent.child + parent.children; ++i) {
      if (bytes_[i] == byte) return i;
    }
    return none;
  }

  static void sort(std::vector<Form>& forms);
  std::vector<Form> read_rows();
  void grow(const std::vector<Form>& forms);
  void find_heads(const std::vector<Form>& forms);

  std::vector<Node> nodes_;
  std::vector<char> bytes_;  // Which byte leads to a node.
  std::vector<Meaning> meanings_;
  std::array<std::uint32_t, 256> first_{};
  std::vector<text::ByteSet> heads_;
  std::array<bool, kinds> within_{};
};

/// Calls `each` with every form of a row.
template <typename Each>
void for_each_form(std::string_view forms, Each each) {
  while (true) {
    const std::size_t bar = forms.find('|');
    each(forms.substr(0, bar));
    if (bar == std::string_view::npos) return;
    forms.remove_prefix(bar + 1);
  }
}

std::string fold(std::string_view form) {
  std::string folded;
  for (std::size_t at = 0; at < form.size();) {
    // Nearly all of it; the tables are folded when the program starts.
    if (is_letter_or_digit(form[at])) {
      folded += text::ascii_folds[static_cast<unsigned char>(form[at++])];
      continue;
    }
    const Piece piece = piece_at(form, at);
    folded += piece.folded.value_or(form.substr(at, piece.bytes));
    at += piece.bytes;
  }
  return folded;
}

// ---- The languages

struct Table {
  Language language;
  std::span<const Row> (*rows)();
  std::span<const TemplateEntry> (*templates)() = nullptr;
};

constexpr auto tables = std::to_array<Table>({
    {Language::none, neutral_rows},
    {Language::english, english_rows},
    {Language::spanish, spanish_rows},
    {Language::portuguese, portuguese_rows, portuguese_templates},
});

Tree::Tree() {
  const std::vector<Form> forms = read_rows();
  grow(forms);
  find_heads(forms);
}

// By their first bytes, which tell nearly all apart; then whole, by kind, and as they stood.
void Tree::sort(std::vector<Form>& forms) {
  struct Key {
    std::uint64_t head;
    std::uint32_t index;
  };

  std::vector<Key> keys;
  keys.reserve(forms.size());
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    std::uint64_t head = 0;
    for (std::size_t byte = 0; byte < sizeof(head); ++byte) {
      const std::string& text = forms[i].folded;
      head = head << 8U | (byte < text.size() ? static_cast<unsigned char>(text[byte]) : 0U);
    }
    keys.push_back({head, i});
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    if (a.head != b.head) return a.head < b.head;
    const Form& one = forms[a.index];
    const Form& other = forms[b.index];
    if (one.folded != other.folded) return one.folded < other.folded;
    if (one.meaning.kind != other.meaning.kind) return one.meaning.kind < other.meaning.kind;
    return a.index < b.index;
  });
  std::vector<Form> sorted;
  sorted.reserve(forms.size());
  for (const Key& key : keys) sorted.push_back(std::move(forms[key.index]));
  forms = std::move(sorted);
}

std::vector<Tree::Form> Tree::read_rows() {
  std::vector<Form> forms;
  for (const Table& table : tables) {
    for (const Row& row : table.rows()) {
      for_each_form(row.forms, [&](std::string_view form) {
        Meaning meaning{row.kind, row.value, table.language};
        if (form.ends_with('*')) {
          meaning.is_head = true;
          form.remove_suffix(1);
        }
        if (form.starts_with('*')) {
          within_[static_cast<std::size_t>(row.kind)] = true;
          form.remove_prefix(1);
        }
        forms.push_back({fold(form), meaning});
      });
    }
  }
  // Rows of one form keep the order of kinds, then that of the languages.
  sort(forms);
  for (std::size_t i = 1; i < forms.size(); ++i) {
    Form& before = forms[i - 1];
    if (before.folded != forms[i].folded || before.meaning.kind != forms[i].meaning.kind) continue;
    before.meaning.is_shared = true;
    forms[i].meaning.is_shared = true;
  }
  return forms;
}

// The forms are sorted: those that go on from a node stand together.
void Tree::grow(const std::vector<Form>& forms) {
  struct Range {
    std::size_t begin;
    std::size_t end;
    std::size_t depth;
  };

  std::vector<Range> ranges = {{0, forms.size(), 0}};
  nodes_.emplace_back();
  bytes_.push_back('\0');
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    auto [begin, end, depth] = ranges[at];
    for (std::size_t i = begin; i < end; ++i)
      nodes_[at].groups |= groups(forms[i].meaning.kind, forms[i].meaning.kind);
    nodes_[at].meaning = static_cast<std::uint32_t>(meanings_.size());
    for (; begin < end && forms[begin].folded.size() == depth; ++begin) {
      meanings_.push_back(forms[begin].meaning);
      ++nodes_[at].meanings;
    }
    nodes_[at].child = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      const char byte = forms[begin].folded[depth];
      std::size_t next = begin;
      while (next < end && forms[next].folded[depth] == byte) ++next;
      ranges.push_back({begin, next, depth + 1});
      bytes_.push_back(byte);
      ++nodes_[at].children;
      nodes_.emplace_back();
      begin = next;
    }
  }
  first_.fill(none);
  for (std::uint32_t i = 0; i < nodes_[0].children; ++i)
    first_[static_cast<unsigned char>(bytes_[nodes_[0].child + i])] = nodes_[0].child + i;
}

void Tree::find_heads(const std::vector<Form>& forms) {
  // Which bytes begin a character that folds to one that begins with a given byte.
  std::array<std::string, 256> leads;
  // Latin letters, and the signs: between the two nothing folds.
  constexpr char32_t letters_end = 0x600;
  constexpr char32_t signs_begin = 0x2000;
  for (char32_t c = 0x80; c < 0x2300; c = c + 1 == letters_end ? signs_begin : c + 1) {
    const auto folded = fold_wide(c);
    if (!folded || folded->empty()) continue;
    const char lead = static_cast<char>(c < 0x800 ? 0xC0U | (c >> 6U) : 0xE0U | (c >> 12U));
    std::string& all = leads[static_cast<unsigned char>(folded->front())];
    if (all.find(lead) == std::string::npos) all += lead;
  }
  std::array<std::string, kinds> bytes;
  for (const Form& form : forms) {
    const char head = form.folded.front();
    std::string& all = bytes[static_cast<std::size_t>(form.meaning.kind)];
    all += head;
    if (head >= 'a' && head <= 'z') all += static_cast<char>(head - 'a' + 'A');
    if (head == '\'') all += '`';
    all += leads[static_cast<unsigned char>(head)];
  }
  heads_.reserve(kinds);
  for (const std::string& all : bytes) heads_.emplace_back(all);
}

template <typename Each>
void Tree::walk(Kind first, Kind last, std::string_view text, std::size_t at, Each each) const {
  const std::uint64_t wanted = groups(first, last);
  std::uint32_t node = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (is_letter_or_digit(c)) {
      node = child_of(node, text::ascii_folds[static_cast<unsigned char>(c)]);
      if (node == none) return;
      ++at;
    } else {
      const Piece piece = piece_at(text, at);
      if (!piece.folded) return;
      for (const char byte : *piece.folded) {
        node = child_of(node, byte);
        if (node == none) return;
      }
      at += piece.bytes;
    }
    const Node& here = nodes_[node];
    if ((here.groups & wanted) == 0) return;
    if (here.meanings != 0) each(at, std::span(meanings_).subspan(here.meaning, here.meanings));
  }
}

const Tree& tree() {
  static const Tree tree;
  return tree;
}

Found found(std::size_t at, std::size_t end, const Meaning& meaning) {
  return {at, end - at, meaning.kind, meaning.value,
          meaning.is_shared ? Language::none : meaning.language};
}

/// Whether a form that ends at `end` is a word by itself: no letter or digit goes on from one, nor
/// from a full stop ("p." of "p.p.").
bool ends_word(std::string_view text, std::size_t end) {
  if (!is_in_word(text, end)) return true;
  const char last = text[end - 1];
  return is_ascii(last) && !is_letter_or_digit(last) && last != '.';
}

/// Of the meanings of one form, that of the language, else the first; null when there is none.
const Meaning* choose(std::span<const Meaning> meanings, Kind first, Kind last, Language language) {
  const Meaning* chosen = nullptr;
  for (const Meaning& meaning : meanings) {
    if (meaning.kind < first || meaning.kind > last) continue;
    if (language == Language::none) return &meaning;
    if (meaning.language == language) return &meaning;
    if (chosen == nullptr) chosen = &meaning;
  }
  return chosen;
}

Found longest_at(Kind first, Kind last, std::string_view text, std::size_t at) {
  Found best;
  tree().walk(first, last, text, at, [&](std::size_t end, std::span<const Meaning> meanings) {
    for (const Meaning& meaning : meanings) {
      if (meaning.kind < first || meaning.kind > last) continue;
      if (!meaning.is_head && !ends_word(text, end)) continue;
      best = found(at, end, meaning);
      break;
    }
  });
  return best;
}

/// The form that all of `text` from `at` on is.
Found whole_at(Kind first, Kind last, std::string_view text, std::size_t at, Language language) {
  const Meaning* whole = nullptr;
  const Meaning* head = nullptr;
  std::size_t head_end = at;
  tree().walk(first, last, text, at, [&](std::size_t end, std::span<const Meaning> meanings) {
    const Meaning* const chosen = choose(meanings, first, last, language);
    if (chosen == nullptr) return;
    if (end == text.size()) whole = chosen;
    if (chosen->is_head) {
      head = chosen;
      head_end = end;
    }
  });
  if (whole != nullptr) return found(at, text.size(), *whole);
  if (head == nullptr) return {};
  while (is_in_word(text, head_end)) head_end = next_of(text, head_end);
  return head_end == text.size() ? found(at, text.size(), *head) : Found{};
}

}  // namespace

std::string_view code(Language language) {
  constexpr std::array<std::string_view, languages> codes = {"", "en", "es", "pt"};
  return codes[static_cast<std::size_t>(language)];
}

const text::ByteSet& heads(Kind kind) { return tree().heads(kind); }

Found longest(Kind first, Kind last, std::string_view text) {
  return longest_at(first, last, text, 0);
}

Found exact(Kind first, Kind last, std::string_view cell, Language language) {
  std::size_t begin = 0;
  while (begin < cell.size()) {
    const Piece piece = piece_at(cell, begin);
    if (piece.folded != " ") break;
    begin += piece.bytes;
  }
  std::size_t end = cell.size();
  while (begin < end && is_ascii(cell[end - 1]) && piece_at(cell, end - 1).folded == " ") --end;
  if (begin < end && !is_ascii(cell[end - 1])) {
    // A wide blank is known from its first byte on.
    const std::size_t stop = std::exchange(end, begin);
    for (std::size_t at = begin; at < stop;) {
      const Piece piece = piece_at(cell, at);
      at += piece.bytes;
      if (piece.folded != " ") end = at;
    }
  }
  return begin < end ? whole_at(first, last, cell.substr(0, end), begin, language) : Found{};
}

Found contains(Kind first, Kind last, std::string_view text) {
  const bool anywhere = tree().may_be_within(first, last);
  for (std::size_t at = 0; at < text.size(); at = next_of(text, at)) {
    if (!anywhere && !may_begin_at(text, at)) continue;
    if (const Found found = longest_at(first, last, text, at)) return found;
  }
  return {};
}

Found ending(Kind first, Kind last, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next_of(text, at)) {
    if (!may_begin_at(text, at)) continue;
    if (const Found found = whole_at(first, last, text, at, Language::none)) return found;
  }
  return {};
}

std::string_view written(Kind kind, Language language, std::int16_t value) {
  for (const Language of : {language, Language::none, Language::english}) {
    for (const Row& row : rows(of)) {
      if (row.kind == kind && (value == 0 || row.value == value))
        return row.forms.substr(0, row.forms.find('|'));
    }
  }
  return {};
}

Language language_of(std::string_view text) {
  std::array<int, languages> words{};
  for (std::size_t at = 0; at < text.size();) {
    const auto is_letter = [text](std::size_t i) {
      return is_in_word(text, i) && !text::ascii_digits.contains(text[i]);
    };
    if (!is_letter(at)) {
      at = next_of(text, at);
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(end)) end = next_of(text, end);
    const Found mark = exact(Kind::language_mark, text.substr(at, end - at));
    if (mark) ++words[static_cast<std::size_t>(mark.language)];
    at = end;
  }
  words[0] = 0;
  const auto* const most = std::max_element(words.begin(), words.end());
  if (*most == 0 || std::count(words.begin(), words.end(), *most) > 1) return Language::none;
  return static_cast<Language>(most - words.begin());
}

Language language_of_markup(std::string_view text) {
  const bool is_link = text.starts_with("[[");
  if (!is_link && !text.starts_with("{{")) return Language::none;
  text.remove_prefix(2);
  const Found name = is_link ? longest(Kind::namespace_file, Kind::namespace_category, text)
                             : longest(Kind::language_template, Kind::language_template, text);
  if (!name || (is_link && text.substr(name.bytes, 1) != ":")) return Language::none;
  // The names that MediaWiki itself has are English, and every wiki may use them.
  return name.language == Language::english ? Language::none : name.language;
}

std::span<const Row> rows(Language language) {
  for (const Table& table : tables) {
    if (table.language == language) return table.rows();
  }
  return {};
}

std::vector<TemplateEntry> templates_of_languages() {
  std::vector<TemplateEntry> all;
  for (const Table& table : tables) {
    if (table.templates == nullptr) continue;
    const std::span<const TemplateEntry> own = table.templates();
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

}  // namespace acta::words
