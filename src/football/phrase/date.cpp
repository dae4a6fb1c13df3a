#include "football/phrase/date.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "football/phrase/word_set.hpp"
#include "grammar/date.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::date;

struct Month {
  std::string_view name;
  std::int32_t number;
};

// Whole names; an abbreviation is a prefix of one, three letters or more ("sept", "dic", "set").
constexpr std::array<Month, 25> months = {{
    {"january", 1},    {"february", 2},  {"march", 3},    {"april", 4},      {"may", 5},
    {"june", 6},       {"july", 7},      {"august", 8},   {"september", 9},  {"october", 10},
    {"november", 11},  {"december", 12}, {"enero", 1},    {"febrero", 2},    {"marzo", 3},
    {"abril", 4},      {"mayo", 5},      {"junio", 6},    {"julio", 7},      {"agosto", 8},
    {"septiembre", 9}, {"setiembre", 9}, {"octubre", 10}, {"noviembre", 11}, {"diciembre", 12},
}};

// The names, and what they are shortened to.
constexpr WordSet month_words([] {
  std::array<std::string_view, 3 * months.size()> words{};
  for (std::size_t i = 0; i < months.size(); ++i) {
    words[i] = months[i].name;
    words[months.size() + i] = months[i].name.substr(0, 3);
    words[2 * months.size() + i] = months[i].name.substr(0, 4);
  }
  return words;
}());

constexpr WordSet weekday_words(std::to_array<std::string_view>(
    {"monday", "tuesday",   "wednesday", "thursday", "friday", "saturday", "sunday", "lunes",
     "martes", "miercoles", "jueves",    "viernes",  "sabado", "domingo",  "mon",    "tue",
     "tues",   "wed",       "thu",       "thur",     "thurs",  "fri",      "sat",    "sun",
     "lun",    "mar",       "mie",       "jue",      "vie",    "sab",      "dom"}));

struct Zone {
  std::string_view name;
  std::string_view offset;
};

// Only abbreviations with one meaning in football articles.
constexpr auto zones = std::to_array<Zone>({
    {"UTC", "+00:00"},
    {"GMT", "+00:00"},
    {"WET", "+00:00"},
    {"WEST", "+01:00"},
    {"BST", "+01:00"},
    {"CET", "+01:00"},
    {"CEST", "+02:00"},
    {"EET", "+02:00"},
    {"EEST", "+03:00"},
    {"MSK", "+03:00"},
    {"JST", "+09:00"},
    {"KST", "+09:00"},
    {"PET", "-05:00"},
    {"COT", "-05:00"},
    {"ECT", "-05:00"},
    {"BOT", "-04:00"},
    {"VET", "-04:00"},
    {"CLT", "-04:00"},
    {"CLST", "-03:00"},
    {"PYT", "-04:00"},
    {"PYST", "-03:00"},
    {"ART", "-03:00"},
    {"BRT", "-03:00"},
    {"UYT", "-03:00"},
    {"EST", "-05:00"},
    {"EDT", "-04:00"},
    {"CDT", "-05:00"},
    {"MST", "-07:00"},
    {"MDT", "-06:00"},
    {"PST", "-08:00"},
    {"PDT", "-07:00"},
    // Central in America, China, Cuba: read, and said to be unknown.
    {"CST", ""},
    {"IST", ""},
    {"AST", ""},
});

constexpr WordSet zone_names = index_by(&Zone::name, zones);

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_weekday(std::string_view word) {
  return word.size() >= 3 && find_folded(weekday_words, word) != weekday_words.size();
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

struct State {
  Date date;
  DateLine line;
  Date first;
  std::int32_t from_day = 0;
  bool numeric = false;
  bool negative = false;
  std::int32_t hour = -1;
  std::int32_t minute = -1;
  std::int32_t zone_hour = -1;
  std::int32_t zone_minute = 0;
  bool pm = false;
  bool am = false;
  bool is_range = false;
  bool open_end = false;
  std::string_view zone;
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::year> {
  static bool apply(const auto& in, State& state) {
    state.date.year = number(in.string_view());
    return state.date.year >= 1850 && state.date.year < 2150;
  }
};

template <>
struct action<rules::day> {
  static bool apply(const auto& in, State& state) {
    state.date.day = number(in.string_view());
    return state.date.day > 0;
  }
};

template <>
struct action<rules::month_number> {
  static void apply(const auto& in, State& state) { state.date.month = number(in.string_view()); }
};

template <>
struct action<rules::month> {
  static bool apply(const auto& in, State& state) {
    state.date.month = month_of(in.string_view());
    return state.date.month != 0;
  }
};

template <>
struct action<rules::weekday> {
  static bool apply(const auto& in, State& state) {
    if (!is_weekday(in.string_view())) return false;
    state.line.weekday = true;
    return true;
  }
};

template <>
struct action<rules::of_word> {
  static void apply0(State& state) { state.line.worded = true; }
};

template <>
struct action<rules::numeric> {
  static void apply0(State& state) { state.numeric = true; }
};

template <>
struct action<rules::hour> {
  static bool apply(const auto& in, State& state) {
    state.hour = number(in.string_view());
    return state.hour < 24;
  }
};

template <>
struct action<rules::minute> {
  static bool apply(const auto& in, State& state) {
    state.minute = number(in.string_view());
    return state.minute < 60;
  }
};

template <>
struct action<rules::pm> {
  static void apply0(State& state) { state.pm = true; }
};

template <>
struct action<rules::am> {
  static void apply0(State& state) { state.am = true; }
};

template <>
struct action<rules::sign_minus> {
  static void apply0(State& state) { state.negative = true; }
};

template <>
struct action<rules::zone_hour> {
  static void apply(const auto& in, State& state) { state.zone_hour = number(in.string_view()); }
};

template <>
struct action<rules::zone_minute> {
  static void apply(const auto& in, State& state) { state.zone_minute = number(in.string_view()); }
};

template <>
struct action<rules::utc> {
  static void apply0(State& state) { state.zone = "UTC"; }
};

template <>
struct action<rules::zone_name> {
  static bool apply(const auto& in, State& state) {
    const std::string_view name = in.string_view();
    const std::size_t found = zone_names.index_of(name);
    if (found == zones.size()) return false;
    state.zone = zones[found].name;
    return true;
  }
};

template <>
struct action<rules::from_day> {
  static void apply(const auto& in, State& state) {
    state.from_day = number(in.string_view());
    state.is_range = true;
  }
};

template <>
struct action<rules::from_point> {
  static void apply0(State& state) {
    state.first = state.date;
    state.date = {};
    state.from_day = 0;  // Left by a day range that failed.
    state.is_range = false;
  }
};

template <>
struct action<rules::open_end> {
  static void apply0(State& state) { state.open_end = true; }
};

template <>
struct action<rules::to_point> {
  static void apply0(State& state) { state.is_range = true; }
};

// A date that failed halfway leaves its parts behind; each form starts anew.
template <typename Form>
struct fresh {
  static void start(const auto&, State& state) { state.date = {}; }
};

template <typename Rule>
struct control : pegtl::normal<Rule> {};

template <>
struct control<rules::iso> : pegtl::normal<rules::iso>, fresh<rules::iso> {
  using fresh::start;
};

template <>
struct control<rules::numeric> : pegtl::normal<rules::numeric>, fresh<rules::numeric> {
  using fresh::start;
};

template <>
struct control<rules::day_first> : pegtl::normal<rules::day_first>, fresh<rules::day_first> {
  using fresh::start;
};

template <>
struct control<rules::month_first> : pegtl::normal<rules::month_first>, fresh<rules::month_first> {
  using fresh::start;
};

template <>
struct control<rules::month_only> : pegtl::normal<rules::month_only>, fresh<rules::month_only> {
  using fresh::start;
};

template <>
struct control<rules::year_only> : pegtl::normal<rules::year_only>, fresh<rules::year_only> {
  using fresh::start;
};

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

std::string two_digits(std::int32_t value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

DateLine finish(State& state, std::size_t length) {
  DateLine line = state.line;
  line.date = state.date;
  line.length = length;
  if (state.numeric) {
    if (state.date.month > 12 && state.date.day <= 12) {
      std::swap(line.date.month, line.date.day);
    } else {
      line.ambiguous =
          state.date.month <= 12 && state.date.day <= 12 && state.date.month != state.date.day;
    }
  }
  if (state.hour >= 0 && state.minute >= 0) {
    std::int32_t hour = state.hour;
    if (state.pm && hour < 12) hour += 12;
    if (state.am && hour == 12) hour = 0;
    line.time = two_digits(hour) + ":" + two_digits(state.minute);
    if (state.zone_hour >= 0 && state.zone_hour <= 14) {
      line.utc_offset = (state.negative ? "-" : "+") + two_digits(state.zone_hour) + ":" +
                        two_digits(state.zone_minute);
    } else if (!state.zone.empty()) {
      for (const Zone& zone : zones) {
        if (zone.name == state.zone && !zone.offset.empty())
          line.utc_offset = std::string(zone.offset);
      }
    }
  }
  return line;
}

// What dates begin with that is no number: months, weekdays and labels, by their first letters.
constexpr WordSet date_heads(std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
     "dec", "ene", "abr", "ago", "set", "dic", "mon", "tue", "wed", "thu", "fri",
     "sat", "sun", "lun", "mie", "jue", "vie", "sab", "dom", "dat", "fec"}));

// Whether the first letters of a line are in a set of three letters, or beyond ASCII: "mié", "sáb".
template <std::size_t Count>
bool opens_with(const WordSet<Count>& heads, std::string_view line) {
  std::array<char, 3> head{};
  for (std::size_t i = 0; i < head.size() && i < line.size(); ++i) {
    if (line[i] < 0) return true;
    head[i] = lower(line[i]);
  }
  return heads.contains({head.data(), head.size()});
}

// Cheap refusal: a date begins with a digit, or with the first letters of a month, a weekday or a
// label.
bool may_begin_date(std::string_view line) {
  if (line.size() < 4 || line.size() > 120) return false;
  return is_digit(line.front()) || opens_with(date_heads, line);
}

// The same for a range, which may begin with "del", "de" or "from".
bool may_begin_range(std::string_view text) {
  constexpr WordSet heads(std::to_array<std::string_view>(
      {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",  "oct", "nov",
       "dec", "ene", "abr", "ago", "set", "dic", "del", "de ", "de\t", "fro"}));
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return !text.empty() && (is_digit(text.front()) || opens_with(heads, text));
}

template <typename Rule>
std::optional<DateLine> parse(std::string_view line) {
  if (!may_begin_date(line)) return std::nullopt;
  State state;
  Input in(line.data(), line.data() + line.size(), "");
  if (!pegtl::parse<Rule, action, control>(in, state)) return std::nullopt;
  return finish(state, static_cast<std::size_t>(in.current() - line.data()));
}

}  // namespace

std::int32_t month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 10) return 0;
  const std::size_t found = find_folded(month_words, word);
  return found == month_words.size() ? 0 : months[found % months.size()].number;
}

bool is_possible(const Date& date) {
  if (date.month < 0 || date.month > 12) return false;
  if (date.day == 0) return true;
  constexpr std::array<std::int32_t, 13> days = {31, 31, 29, 31, 30, 31, 30,
                                                 31, 31, 30, 31, 30, 31};
  if (date.day > days[static_cast<std::size_t>(date.month)]) return false;
  if (date.month != 2 || date.day < 29 || date.year == 0) return true;
  return date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
}

std::optional<std::string> to_iso(const Date& date) {
  if (date.year == 0) return std::nullopt;
  std::string iso = two_digits(date.year / 100) + two_digits(date.year);
  if (date.month == 0) return iso;
  iso += "-" + two_digits(date.month);
  if (date.day != 0) iso += "-" + two_digits(date.day);
  return iso;
}

std::optional<DateLine> parse_date_line(std::string_view line) {
  return parse<rules::date_line>(line);
}

std::optional<DateLine> parse_date_prefix(std::string_view line) {
  return parse<rules::dated>(line);
}

std::optional<DateLine> parse_time_prefix(std::string_view line) {
  if (line.empty() || !is_digit(line.front())) return std::nullopt;
  return parse<rules::timed>(line);
}

std::optional<DateRange> parse_date_range(std::string_view text) {
  if (text.size() > 120 || !may_begin_range(text)) return std::nullopt;
  State state;
  Input in(text.data(), text.data() + text.size(), "");
  if (!pegtl::parse<rules::range, action, control>(in, state)) return std::nullopt;
  DateRange range;
  range.is_range = state.is_range;
  if (state.from_day != 0) {
    range.first = {0, state.date.month, state.from_day};
    range.last = state.date;
  } else if (state.is_range) {
    range.first = state.first;
    range.last = state.date;
  } else {
    range.first = state.first;
    if (!state.open_end) range.last = state.first;
  }
  range.open_end = state.open_end;
  return range;
}

}  // namespace acta::football
