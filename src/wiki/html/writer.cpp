#include "wiki/html/writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "text/blanks.hpp"
#include "text/unicode.hpp"
#include "words/templates.hpp"
#include "words/words.hpp"

namespace acta::wiki::html {

namespace picture = words::picture;

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<unsigned char> hex(char c) {
  if (is_digit(c)) return static_cast<unsigned char>(c - '0');
  if (c >= 'A' && c <= 'F') return static_cast<unsigned char>(c - 'A' + 10);
  if (c >= 'a' && c <= 'f') return static_cast<unsigned char>(c - 'a' + 10);
  return std::nullopt;
}

/// A title out of an address: "%C3%A9" is one letter, "_" a blank.
std::string unescaped(std::string_view address) {
  std::string title;
  title.reserve(address.size());
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '_') {
      title += ' ';
    } else if (address[i] == '%' && i + 2 < address.size() && hex(address[i + 1]) &&
               hex(address[i + 2])) {
      title += static_cast<char>(*hex(address[i + 1]) * 16 + *hex(address[i + 2]));
      i += 2;
    } else {
      title += address[i];
    }
  }
  return title;
}

// What an image in a list of scorers, takers or players stands for, as the table of templates
// calls it; empty for another one.
std::string_view mark_of(std::string_view text) {
  struct Picture {
    words::Kind kind;
    std::string_view name;
  };

  constexpr auto pictures = std::to_array<Picture>({
      {words::Kind::picture_missed, picture::kick_missed},
      {words::Kind::picture_scored, picture::kick_scored},
      {words::Kind::picture_second_yellow, picture::second_yellow_card},
      {words::Kind::picture_red, picture::red_card},
      {words::Kind::picture_yellow, picture::yellow_card},
      {words::Kind::picture_sub_on, picture::sub_on},
      {words::Kind::picture_sub_off, picture::sub_off},
  });
  const auto found = std::find_if(pictures.begin(), pictures.end(), [&](const Picture& one) {
    return bool(words::contains(one.kind, text));
  });
  return found == pictures.end() ? std::string_view() : found->name;
}

}  // namespace

std::uint32_t number_of(std::string_view value, std::uint32_t none) {
  value = text::without_blanks(value);
  std::uint32_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  return read.ec == std::errc() ? number : none;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// "/wiki/Lima#Sport", "./Lima", "https://es.wikipedia.org/wiki/Lima",
// "/w/index.php?title=Lima&action=edit&redlink=1": the page Lima.
std::string_view Writer::page_of(std::string_view href) {
  std::string_view page;
  constexpr std::string_view folder = "/wiki/";
  constexpr std::string_view query = "title=";
  const std::size_t wiki = href.find(folder);
  const std::size_t title = href.find(query);
  if (title != std::string_view::npos && href.find("index.php?") != std::string_view::npos) {
    page = href.substr(title + query.size());
    page = page.substr(0, page.find('&'));
  } else if (wiki != std::string_view::npos &&
             (wiki == 0 || href.substr(0, wiki).find("wiki") != std::string_view::npos)) {
    page = href.substr(wiki + folder.size());
  } else if (href.starts_with("./")) {
    page = href.substr(2);
  } else {
    return {};
  }
  page = page.substr(0, page.find_first_of("#?"));
  if (page.find('_') == std::string_view::npos && page.find('%') == std::string_view::npos)
    return arena_.keep(page);
  const std::string whole = unescaped(page);
  // An address may hold any bytes, a record only UTF-8.
  finding::Diagnostics ignored;
  const text::Source clean = text::Source::from_bytes("", whole, ignored);
  return arena_.keep(clean.text().substr(0, clean.text().find('\n')));
}

// "Pino (yellow card) 80'": the minute of a card is none of a goal.
std::string_view Writer::without_card_minute(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() &&
         (text::is_blank_or_newline(text[at]) || text.substr(at).starts_with(no_break_space)))
    at += text[at] == no_break_space.front() ? no_break_space.size() : 1;
  const std::size_t digits = at;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '+')) ++at;
  if (at > digits && !calls_.empty())
    calls_.back().value = arena_.keep(text.substr(digits, at - digits));
  // An entity is a piece of its own: the prime may come with the next one.
  if (at == text.size()) return {};
  behind_card_ = false;
  for (const std::string_view prime : {"'", "\xE2\x80\x99", "\xE2\x80\xB2"}) {
    if (text.substr(at).starts_with(prime)) return text.substr(at + prime.size());
  }
  return at == digits ? text : text.substr(at);
}

void Writer::append(std::string_view text, std::uint32_t offset) {
  if (behind_card_) {
    const std::string_view rest = without_card_minute(text);
    offset += static_cast<std::uint32_t>(text.size() - rest.size());
    text = rest;
  }
  // "(" + a flag + " Peru)": the blank stood between the flag and the name.
  if (!text.empty() && text.front() == ' ' && !line_.empty() && line_.back() == '(') {
    text.remove_prefix(1);
    ++offset;
  }
  if (text.empty()) return;
  if (!started_) {
    std::size_t blanks = 0;
    while (blanks < text.size() && text::is_blank_or_newline(text[blanks])) ++blanks;
    started_ = blanks < text.size() && text.substr(blanks) != no_break_space;
    if (started_) offset_ = offset + static_cast<std::uint32_t>(blanks);
  }
  line_ += text;
}

void Writer::write_text(Index node) {
  const std::string_view text = tree_.text(node);
  const std::uint32_t offset = tree_[node].begin;
  if (!breaks_) {
    append(text, offset);
    return;
  }
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    append(text.substr(begin, end - begin), offset + static_cast<std::uint32_t>(begin));
    if (end == text.size()) break;
    end_line();
    begin = end + 1;
  }
}

void Writer::write_children(Index node) {
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) write(child);
}

void Writer::write_link(Index node) {
  const auto begin = static_cast<std::uint32_t>(line_.size());
  write_children(node);
  if (in_goal_ || begin >= line_.size()) return;  // It shows an image, or a line ended inside.
  if (const std::string_view page = page_of(tree_.attribute(node, Attribute::href)); !page.empty())
    links_.push_back({begin, static_cast<std::uint32_t>(line_.size()), page});
}

void Writer::write_image(Index node) {
  const std::string_view title = tree_.attribute(node, Attribute::title);
  const std::string_view alt = tree_.attribute(node, Attribute::alt);
  std::string_view mark = mark_of(title);
  if (mark.empty()) mark = mark_of(alt);
  if (mark.empty()) {
    if (!alt.empty()) flags_.emplace_back(alt);
    return;
  }
  if (!started_) {
    offset_ = tree_[node].begin;
    started_ = true;
  }
  if (!marks_cards_) return;
  const bool is_kick = mark == picture::kick_scored || mark == picture::kick_missed;
  write_picture(mark, is_kick ? " " : "");
  behind_card_ = !is_kick;
}

// The numbers in the text of nodes.
std::string_view Writer::minute_in(Index from, Index end) {
  std::string minute;
  for (Index i = from; i < end; ++i) {
    if (tree_[i].tag != Tag::text) continue;
    for (const char c : tree_.text(i)) {
      if (is_digit(c) || (c == '+' && !minute.empty())) minute += c;
    }
  }
  return arena_.keep(std::string_view(minute));
}

void Writer::write_picture(std::string_view name, std::string_view shown) {
  const auto begin = static_cast<std::uint32_t>(line_.size());
  line_ += shown;
  calls_.push_back({begin, static_cast<std::uint32_t>(line_.size()), name, {}});
}

void Writer::write(Index node) {
  const Node& at = tree_[node];
  switch (at.tag) {
    case Tag::text:
      write_text(node);
      break;
    case Tag::image:
      write_image(node);
      break;
    case Tag::link:
      write_link(node);
      break;
    case Tag::line_break:
    case Tag::rule:
      end_line();
      break;
    case Tag::raised: {
      // A raised ordinal is text, a raised number or letter a note.
      const std::size_t before = line_.size();
      const std::size_t links = links_.size();
      const bool was_started = started_;
      write_children(node);
      if (before > line_.size()) break;
      const std::string_view raised = text::trim(std::string_view(line_).substr(before));
      const bool is_note =
          raised.size() <= 1 || raised.front() == '[' ||
          std::all_of(raised.begin(), raised.end(), [](char c) { return is_digit(c); });
      if (is_note) {
        line_.resize(before);
        links_.resize(std::min(links, links_.size()));
        std::erase_if(calls_, [&](const Call& call) { return call.begin >= before; });
        started_ = was_started;
      }
      break;
    }
    case Tag::small:
    case Tag::inline_element: {
      const bool was_in_goal = in_goal_;
      const std::size_t begin = line_.size();
      if (at.has(Class::goal)) {
        in_goal_ = true;
        if (!line_.empty() && !text::is_blank_or_newline(line_.back())) line_ += ' ';
      }
      for (Index child = node + 1; child < at.next; child = tree_[child].next) {
        const bool was_behind = behind_card_;
        write(child);
        // The minutes that stand beside a card in one element are its own.
        if (marks_cards_ && behind_card_ && !was_behind && tree_[child].tag == Tag::image) {
          calls_.back().value = minute_in(tree_[child].next, at.next);
          break;
        }
      }
      in_goal_ = was_in_goal;
      if (at.has(Class::struck)) struck_.add(begin, line_.size());
      if (at.has(Class::bold) && begin <= line_.size()) {
        bold_begin_ = begin;
        bold_end_ = line_.size();
      }
      break;
    }
    case Tag::cell:
    case Tag::header_cell:
      append(" ", at.begin);
      write_children(node);
      append(" ", at.begin);
      break;
    default:
      end_line();
      write_children(node);
      end_line();
      break;
  }
}

void Writer::collapse_blanks() {
  std::size_t size = 0;
  moved_.assign(links_.empty() && calls_.empty() ? 0 : line_.size() + 1, 0);
  for (std::size_t i = 0; i < line_.size(); ++i) {
    if (!moved_.empty()) moved_[i] = static_cast<std::uint32_t>(size);
    bool blank = text::is_blank_or_newline(line_[i]);
    if (line_[i] == no_break_space[0] && i + 1 < line_.size() &&
        line_[i + 1] == no_break_space[1]) {
      blank = true;
      ++i;
      if (!moved_.empty()) moved_[i] = static_cast<std::uint32_t>(size);
    }
    if (!blank) {
      line_[size++] = line_[i];
    } else if (size > 0 && line_[size - 1] != ' ') {
      line_[size++] = ' ';
    }
  }
  if (!moved_.empty()) moved_.back() = static_cast<std::uint32_t>(size);
  if (size > 0 && line_[size - 1] == ' ') --size;
  const auto move = [&](auto& piece) {
    piece.begin = std::min(moved_[piece.begin], static_cast<std::uint32_t>(size));
    piece.end = std::min(moved_[piece.end], static_cast<std::uint32_t>(size));
  };
  for (Call& call : calls_) move(call);
  for (Link& link : links_) {
    move(link);
    // "[[Pino]] " of a cell: the blank is no part of the name.
    while (link.end > link.begin && line_[link.end - 1] == ' ') --link.end;
    while (link.end > link.begin && line_[link.begin] == ' ') ++link.begin;
  }
  line_.resize(size);
}

void Writer::end_line() {
  if (!struck_.empty() && struck_.drop_from(line_, links_, calls_)) bold_begin_ = bold_end_ = 0;
  const std::string_view whole = line_;
  const bool is_bold = bold_end_ > bold_begin_ && bold_end_ <= whole.size() &&
                       text::without_blanks(whole.substr(0, bold_begin_)).empty() &&
                       text::without_blanks(whole.substr(bold_end_)).empty();
  if (!line_.empty()) collapse_blanks();
  // In a table a line may be a picture and nothing else.
  if (!line_.empty() || (in_table_ && !calls_.empty())) {
    if (!text::is_nfc(line_)) {
      const auto moved = [&](std::uint32_t at) {
        return static_cast<std::uint32_t>(text::nfc(std::string_view(line_).substr(0, at)).size());
      };
      for (Call& call : calls_) {
        call.begin = moved(call.begin);
        call.end = moved(call.end);
      }
      line_ = text::nfc(line_);
      links_.clear();  // Their places are not known any more.
    }
    Text out;
    out.text = arena_.keep(std::string_view(line_));
    out.offset = offset_;
    out.line = line_at_.of(offset_);
    out.links = arena_.keep(links_);
    out.calls = arena_.keep(calls_);
    out.bold = is_bold;
    done_.push_back(out);
  }
  line_.clear();
  links_.clear();
  calls_.clear();
  bold_begin_ = bold_end_ = 0;
  started_ = false;
  behind_card_ = false;
}

Lines Writer::lines_of(Index first, Index end) {
  end_line();
  std::vector<Text> waiting;
  waiting.swap(done_);
  const bool broke = std::exchange(breaks_, false);
  flags_.clear();
  for (Index node = first; node < end; node = tree_[node].next) write(node);
  end_line();
  breaks_ = broke;
  const Lines lines = arena_.keep(done_);
  done_.swap(waiting);
  return lines;
}

Lines Writer::lines_of_cell(Index node) {
  const Lines lines = lines_of(node);
  if (!lines.empty() || flags_.size() != 1) return lines;
  bool shows_flag = false;
  for (Index i = node; i < tree_[node].next; ++i) shows_flag |= tree_[i].has(Class::flag);
  if (!shows_flag) return lines;
  Text flag;
  flag.text = arena_.keep(std::string_view(flags_.front()));
  flag.offset = tree_[node].begin;
  flag.line = line_at_.of(flag.offset);
  return arena_.keep_one(flag);
}

}  // namespace acta::wiki::html
