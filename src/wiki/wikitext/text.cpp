#include "wiki/wikitext/text.hpp"

#include <algorithm>
#include <array>

#include "text/blanks.hpp"
#include "text/unicode.hpp"
#include "wiki/title.hpp"
#include "wiki/wikitext/expression.hpp"
#include "wiki/wikitext/transclude.hpp"
#include "words/countries.hpp"
#include "words/signs.hpp"

namespace acta::wiki {

namespace {

using syntax::Index;
using syntax::Node;
using syntax::Type;

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2018–19 premier league table": others of a season are boxes of links below a page.
bool names_results(std::string_view name) {
  constexpr auto words = std::to_array<std::string_view>(
      {" table", " standings", " bracket", " results", " group ", " matches", " tabla",
       " posiciones", " resultados", " clasificaci", " grupo "});
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name.find(word) != std::string_view::npos;
  });
}

}  // namespace

void TextWriter::write_children(Index node) {
  if (depth_ >= deepest_text) return;
  ++depth_;
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type != Type::name) write(child);
  }
  --depth_;
}

void TextWriter::write_text(std::string_view text, std::uint32_t offset) {
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    append(text.substr(begin, end - begin), offset + static_cast<std::uint32_t>(begin));
    if (end == text.size()) break;
    end_line();
    begin = end + 1;
  }
}

void TextWriter::write_link(Index node) {
  std::string_view target = tree_.head(node);
  if (!target.empty() && target.front() == ':') target.remove_prefix(1);
  const auto begin = static_cast<std::uint32_t>(line_.size());
  if (tree_.children(node).empty()) {
    append(target, tree_[node].begin);
  } else {
    write_children(node);
  }
  if (begin > line_.size()) return;  // A line ended inside the link.
  if (const std::string_view page = page_of(target); !page.empty())
    links_.push_back({begin, static_cast<std::uint32_t>(line_.size()), page});
}

std::vector<Index>& TextWriter::positional(Index node) {
  std::vector<Index>& found = positional_[static_cast<std::size_t>(depth_)];
  found.clear();
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type == Type::parameter && tree_[child].has(Node::positional))
      found.push_back(child);
  }
  return found;
}

// {{goal|31|pen.|83}}: pairs of minute and note, of which the note may be missing.
void TextWriter::write_minutes(const std::vector<std::string>& values, std::string_view note) {
  const std::string mark = note.empty() ? "" : " (" + std::string(note) + ")";
  std::string text;
  bool note_may_follow = false;
  for (const std::string& value : values) {
    // "?": nobody knows when.
    const bool minute = !value.empty() && ((value[0] >= '0' && value[0] <= '9') || value[0] == '?');
    if (minute) {
      if (!text.empty()) text += ", ";
      text += value;
      if (value.find('\'') == std::string::npos) text += '\'';
      text += mark;
      note_may_follow = true;
    } else if (note_may_follow) {
      if (!value.empty()) text += " (" + value + ")";
      note_may_follow = false;
    } else if (!value.empty() && text.empty()) {
      text += "(" + value + ")";
    }
  }
  if (text.empty()) text = mark;
  line_ += text;
}

// A date in numbers; false, and nothing written, where they are none.
bool TextWriter::write_date(std::string_view year, std::string_view month, std::string_view day) {
  if (!is_digits(year) || !is_digits(month) || !is_digits(day)) return false;
  const auto two_digits = [](std::string_view number) {
    return (number.size() == 1 ? "0" : "") + std::string(number);
  };
  ((line_ += year) += "-" + two_digits(month)) += "-" + two_digits(day);
  return true;
}

// A picture, what a text shows in its place, and the values that stand with it.
void TextWriter::write_picture(std::string_view name, std::string_view shown,
                               const std::vector<Index>& parameters) {
  const auto begin = static_cast<std::uint32_t>(line_.size());
  line_ += shown;
  std::string values;
  for (const Index parameter : parameters)
    (values += values.empty() ? "" : "|") += value(parameter);
  calls_.push_back({begin, static_cast<std::uint32_t>(line_.size()), name,
                    arena_.keep(std::string_view(values))});
}

// {{fb|PER}}, {{fbu|17|PER}}, {{#invoke:flagg|main|unpre|PER}}: the first value that is a nation,
// else the first value; {{fb|PER|name=...}} is shown by the name.
void TextWriter::write_nation(Index node, const std::vector<Index>& parameters) {
  if (const Index given = tree_.parameter(node, "name"); given != syntax::no_node) {
    const std::string name = value(given);
    line_ += name;
    if (!name.empty()) return;
  }
  std::string first;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const std::string code = value(parameters[i]);
    const words::Country* country = words::country_by_code(code);
    if (country == nullptr) country = words::country_by_name(code);
    if (country != nullptr) {
      line_ += words::name_of(*country, language_);
      return;
    }
    if (i == 0) first = code;
  }
  line_ += first;
}

// A match box in the caption of a table or file: where a value is read no record is.
void TextWriter::report_hidden(Index node) {
  std::string made;
  for (Index i = node; i < tree_[node].next;) {
    const bool is_call = tree_[i].type == Type::template_call;
    const words::FoundTemplate* found = is_call ? &templates_.find(tree_.name(i, made)) : nullptr;
    if (found == nullptr || (found->entry.shows != words::Shows::block &&
                             found->entry.shows != words::Shows::infobox)) {
      ++i;
      continue;
    }
    const std::uint32_t begin = tree_[i].begin;
    i = tree_[i].next;
    if (!hidden_.insert(begin).second) continue;
    diagnostics_.add(finding::Code::unread_line, source_.position(begin),
                     "template \"" + found->name + "\" stands in a value, where it is no record",
                     {{"found", found->name}});
  }
}

void TextWriter::write_template(Index node) {
  std::string made;
  const std::string_view written = tree_.name(node, made);
  constexpr std::string_view number = "formatnum:";
  if (written.substr(0, number.size()) == number) {
    // {{formatnum:60370}}: the number is a part of the name.
    append(written.substr(number.size()), tree_[node].begin);
    return;
  }
  constexpr std::string_view expression = "#expr:";
  if (written.substr(0, expression.size()) == expression) {
    const std::string_view sum = written.substr(expression.size());
    if (const auto result = evaluate(sum)) {
      append(*result, tree_[node].begin);
    } else if (const std::string call(written); unknown_.insert(call).second) {
      diagnostics_.add(finding::Code::template_unknown, source_.position(tree_[node].begin),
                       "the value of \"" + call + "\" is not known", {{"found", call}});
    }
    return;
  }
  const auto& [entry, name] = templates_.find(written);
  const bool module = name.substr(0, 8) == "#invoke:";
  const std::uint32_t begin = tree_[node].begin;
  if (!started_) {
    offset_ = begin;
    started_ = true;
  }
  if (entry.shows == words::Shows::block || entry.shows == words::Shows::infobox)
    report_hidden(node);
  if (entry.shows == words::Shows::nothing || entry.shows == words::Shows::block ||
      entry.shows == words::Shows::infobox || entry.shows == words::Shows::table) {
    return;
  }
  // Templates inside its values stand deeper.
  std::vector<Index>& parameters = positional(node);
  // What follows a module's name is its function.
  std::string function;
  if (module && !parameters.empty()) {
    function = value(parameters.front());
    parameters.erase(parameters.begin());
  }
  const auto text = [&](std::size_t i) {
    return i < parameters.size() ? value(parameters[i]) : std::string();
  };
  switch (entry.shows) {
    case words::Shows::nothing:
    case words::Shows::block:
    case words::Shows::infobox:
    case words::Shows::table:
      break;
    case words::Shows::first:
      if (!parameters.empty()) write_children(parameters.front());
      break;
    case words::Shows::cell:
      // What stands before it in the cell are attributes too: the "|" comes with it.
      if (line_.find('=') != std::string::npos) {
        line_.clear();
        links_.clear();
        calls_.clear();
        started_ = false;
      }
      if (parameters.empty()) {
        append(entry.canonical, tree_[node].begin);
      } else {
        write_children(parameters.front());
      }
      break;
    case words::Shows::second:
      if (parameters.size() > 1) {
        write_children(parameters[1]);
      } else if (!parameters.empty()) {
        write_children(parameters[0]);
      }
      break;
    case words::Shows::last:
      if (!parameters.empty()) write_children(parameters.back());
      break;
    case words::Shows::nation:
      if (function.find("icon") == std::string::npos && function != "deco")
        write_nation(node, parameters);
      break;
    case words::Shows::lines:
      for (const Index parameter : parameters) {
        end_line();
        write_children(parameter);
        end_line();
      }
      break;
    case words::Shows::sort_name: {
      const std::size_t from = line_.size();
      const std::string shown = text(0) + " " + text(1);
      line_ += shown;
      std::string target = text(2).empty() ? shown : text(2);
      links_.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(line_.size()),
                        arena_.keep(std::string_view(target))});
      break;
    }
    case words::Shows::date:
    case words::Shows::birth: {
      // The day that an age is told for stands before that of the birth.
      const std::size_t from = entry.shows == words::Shows::birth && parameters.size() >= 6 ? 3 : 0;
      const std::string year = text(from);
      const std::string month = text(from + 1);
      const std::string day = text(from + 2);
      if (!write_date(year, month, day)) {
        line_ += year;
        if (!month.empty()) line_ += " " + month + " " + day;
      }
      break;
    }
    case words::Shows::date_day_first: {
      const std::string day = text(0);
      const std::string month = text(1);
      const std::string year = text(2);
      if (!write_date(year, month, day))
        line_ += day + " de " + month + (year.empty() ? "" : " de " + year);
      break;
    }
    case words::Shows::zoned_time: {
      line_ += text(0);
      const std::string offset = text(1);
      const bool is_signed = !offset.empty() && !text::ascii_digits.contains(offset.front());
      if (!offset.empty()) (((line_ += " (UTC") += is_signed ? "" : "+") += offset) += ")";
      break;
    }
    case words::Shows::quantity:
      line_ += text(0) + " " + text(1);
      break;
    case words::Shows::extra_time:
      line_ += " (a.e.t.)";
      break;
    case words::Shows::pair:
      ((line_ += text(0)) += words::en_dash) += text(1);
      break;
    case words::Shows::penalties:
      // Without a score it only marks the winner's pairs.
      if (!text(0).empty()) line_ += " (" + text(0) + " p)";
      break;
    case words::Shows::minutes: {
      std::vector<std::string> values;
      for (std::size_t i = 0; i < parameters.size(); ++i) values.push_back(text(i));
      if (!line_.empty() && !text::is_blank(line_.back())) line_ += ' ';
      write_minutes(values, entry.canonical);
      break;
    }
    case words::Shows::picture:
      write_picture(entry.canonical, {}, parameters);
      break;
    case words::Shows::tick:
      // With a minute it is no kick of a shoot-out: {{pengol|60}}
      if (!parameters.empty() && !text(0).empty() &&
          text::ascii_digits.find_outside(text(0)) == std::string::npos) {
        if (!line_.empty() && !text::is_blank(line_.back())) line_ += ' ';
        write_minutes({text(0)}, words::penalty_note);
        break;
      }
      write_picture(entry.canonical, " \xE2\x9C\x93 ", parameters);
      break;
    case words::Shows::cross:
      write_picture(entry.canonical, " \xE2\x9C\x97 ", parameters);
      break;
    case words::Shows::bar:
      line_ += "|";
      break;
    case words::Shows::dash:
      ((line_ += ' ') += words::en_dash) += ' ';
      break;
    case words::Shows::blank:
      line_ += " ";
      break;
    case words::Shows::equals:
      line_ += "=";
      break;
    case words::Shows::unknown:
      // {{PER}}, {{PERf}}: the template of a nation is called by its code.
      if ((name.size() == 3 || (name.size() == 4 && name.back() == 'f')) && parameters.empty()) {
        if (const words::Country* nation = words::country_by_code(name.substr(0, 3))) {
          line_ += words::name_of(*nation, language_);
          break;
        }
      }
      if (names_season(name) && names_results(name)) {
        const std::string title = normalize_title(written);
        diagnostics_.add(finding::Code::transclusion_unresolved, source_.position(begin),
                         "template \"" + title + "\" was not given, what it shows is missing",
                         {{"found", title}});
        break;
      }
      if (unknown_.insert(name).second) {
        std::size_t all = 0;
        for (const Index child : tree_.children(node)) all += tree_[child].type == Type::parameter;
        const bool has_named = parameters.size() < all;
        diagnostics_.add(finding::Code::template_unknown, source_.position(begin),
                         "template \"" + name + "\" is not known, its text is kept" +
                             (has_named ? ", its named values are not" : ""),
                         {{"found", name}});
      }
      for (const Index parameter : parameters) {
        if (!line_.empty() && !text::is_blank(line_.back())) line_ += ' ';
        write_children(parameter);
      }
      break;
  }
}

void TextWriter::write(Index node) {
  if (depth_ >= deepest_text) return;
  const Node& at = tree_[node];
  switch (at.type) {
    case Type::text:
      write_text(tree_.text(node), at.begin);
      break;
    case Type::bold: {
      const std::size_t begin = line_.size();
      write_children(node);
      if (begin > line_.size()) break;  // A line ended inside.
      if (bold_end_ == 0 || begin > bold_end_) bold_begin_ = begin;
      bold_end_ = line_.size();
      break;
    }
    case Type::italic:
    case Type::heading:
    case Type::name:
    case Type::parameter:
    case Type::caption:
    case Type::cell:
    case Type::document:
      write_children(node);
      break;
    case Type::wikilink:
      write_link(node);
      break;
    case Type::external_link:
      if (tree_.children(node).empty()) {
        append(tree_.head(node), at.begin);
      } else {
        write_children(node);
      }
      break;
    case Type::template_call:
      write_template(node);
      break;
    case Type::argument:
      break;  // {{{1}}}: nothing on the page itself.
    case Type::list_item:
      end_line();
      write_children(node);
      end_line();
      break;
    case Type::tag: {
      const std::string name = tree_.tag_name(node);
      if (is_hidden(tree_, node)) break;
      if (name == "br" || name == "hr") {
        end_line();
      } else if (name == "li" || name == "p" || name == "div" || name == "tr" || name == "poem") {
        end_line();
        write_children(node);
        end_line();
      } else if (name == "s" || name == "del" || name == "strike") {
        const std::size_t begin = line_.size();
        write_children(node);
        struck_.add(begin, line_.size());
      } else if (name == "nowiki" || name == "onlyinclude" || name == "noinclude" ||
                 name == "span" || name == "small" || name == "big" || name == "b" || name == "i" ||
                 name == "center" || name == "u" || name == "em" || name == "strong" ||
                 name == "abbr" || name == "font" || name == "ul" || name == "ol" ||
                 name == "sub" || name == "section" || name == "bdi" || name == "cite" ||
                 name == "code" || name == "tt" || name == "td" || name == "th" ||
                 name == "table" || name == "tbody" || name == "time") {
        write_children(node);
      } else if (name == "sup") {
        // A raised ordinal is text, a raised number or letter a note.
        const std::string raised = value(node);
        if (raised.size() > 1 && !is_digits(raised) && raised.front() != '[')
          append(raised, at.begin);
      }
      break;
    }
    case Type::entity:
      append(syntax::entity_text(tree_.text(node)) == "\xC2\xA0"
                 ? " "
                 : syntax::entity_text(tree_.text(node)),
             at.begin);
      break;
    case Type::file:
      report_hidden(node);
      break;
    case Type::category:
    case Type::comment:
    case Type::magic_word:
    case Type::redirect:
    case Type::table:
    case Type::row:
      break;
  }
}

}  // namespace acta::wiki
