#include "football/phrase/date.hpp"

#include <array>
#include <string>
#include <utility>

#include "grammar/date.hpp"
#include "grammar/parse.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::date;
using grammar::fills;
using grammar::heads_of;
using grammar::number;
using grammar::parse;
using words::Kind;

// The parts of a date, as its rules find them.
struct Parts {
  Date date;
  bool numeric = false;
  bool worded = false;
};

struct Clock {
  std::int32_t hour = 0;
  std::int32_t minute = 0;
  bool am = false;
  bool pm = false;
};

struct Offset {
  std::int32_t hours = 0;
  std::int32_t minutes = 0;
  bool west = false;
};

struct State {
  Parts parts;
  Clock clock;
  Offset offset;
  std::optional<std::int32_t> zone;  // Minutes east of UTC.
  DateLine line;
  std::int32_t first_day = 0;
  Date first;
  Date last;
  DateRange range;
};

std::string two_digits(std::int32_t value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// ---- Dates

template <>
struct action<rules::year> {
  static bool apply(const auto& in, State& state) {
    state.parts.date.year = number(in.string_view());
    return state.parts.date.year >= 1850 && state.parts.date.year < 2150;
  }
};

template <>
struct action<rules::day> {
  static bool apply(const auto& in, State& state) {
    state.parts.date.day = number(in.string_view());
    return state.parts.date.day > 0;
  }
};

template <>
struct action<rules::month_number> {
  static void apply(const auto& in, State& state) {
    state.parts.date.month = number(in.string_view());
  }
};

template <>
struct action<rules::month> {
  static void apply(const auto& in, State& state) {
    state.parts.date.month = month_of(in.string_view());
  }
};

template <>
struct action<rules::month_of> {
  static void apply0(State& state) { state.parts.worded = true; }
};

template <>
struct action<rules::numeric> {
  static void apply0(State& state) { state.parts.numeric = true; }
};

template <>
struct action<rules::date> {
  static void apply0(State& state) {
    DateLine& line = state.line;
    line.date = state.parts.date;
    line.worded = state.parts.worded;
    if (!state.parts.numeric) return;
    auto& [year, month, day] = line.date;
    if (month > 12 && day <= 12) {
      std::swap(month, day);
    } else {
      line.ambiguous = month <= 12 && day <= 12 && month != day;
    }
  }
};

template <>
struct action<rules::weekday_date> {
  static void apply0(State& state) { state.line.weekday = true; }
};

// ---- Times

template <>
struct action<rules::hour> {
  static bool apply(const auto& in, State& state) {
    state.clock.hour = number(in.string_view());
    return state.clock.hour < 24;
  }
};

template <>
struct action<rules::minute> {
  static bool apply(const auto& in, State& state) {
    state.clock.minute = number(in.string_view());
    return state.clock.minute < 60;
  }
};

template <>
struct action<rules::am> {
  static void apply0(State& state) { state.clock.am = true; }
};

template <>
struct action<rules::pm> {
  static void apply0(State& state) { state.clock.pm = true; }
};

template <>
struct action<rules::time> {
  static void apply0(State& state) {
    const Clock& clock = state.clock;
    std::int32_t hour = clock.hour;
    if (clock.pm && hour < 12) hour += 12;
    if (clock.am && hour == 12) hour = 0;
    state.line.time = two_digits(hour) + ":" + two_digits(clock.minute);
  }
};

template <>
struct action<rules::minus> {
  static void apply0(State& state) { state.offset.west = true; }
};

template <>
struct action<rules::zone_hour> {
  static bool apply(const auto& in, State& state) {
    state.offset.hours = number(in.string_view());
    return state.offset.hours <= 14;
  }
};

template <>
struct action<rules::zone_minute> {
  static bool apply(const auto& in, State& state) {
    state.offset.minutes = number(in.string_view());
    return state.offset.minutes < 60;
  }
};

template <>
struct action<rules::utc> {
  static void apply0(State& state) {
    const std::int32_t minutes = state.offset.hours * 60 + state.offset.minutes;
    state.zone = state.offset.west ? -minutes : minutes;
  }
};

template <>
struct action<rules::known> {
  static void apply(const auto& in, State& state) {
    const words::Found zone = words::longest(Kind::zone, Kind::zone_unclear, in.string_view());
    state.zone.reset();
    if (zone.kind != Kind::zone_unclear) state.zone = zone.value;
  }
};

template <>
struct action<rules::in_zone> {
  static void apply0(State& state) {
    if (!state.zone) return;
    const std::int32_t minutes = *state.zone < 0 ? -*state.zone : *state.zone;
    state.line.utc_offset =
        (*state.zone < 0 ? "-" : "+") + two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
  }
};

// ---- Ranges

template <>
struct action<rules::first_day> {
  static bool apply(const auto& in, State& state) {
    state.first_day = number(in.string_view());
    return state.first_day > 0;
  }
};

template <>
struct action<rules::first> {
  static void apply0(State& state) { state.first = state.parts.date; }
};

template <>
struct action<rules::last> {
  static void apply0(State& state) { state.last = state.parts.date; }
};

template <>
struct action<rules::days> {
  static void apply0(State& state) {
    const Date first = {0, state.last.month, state.first_day};
    state.range = {first, state.last, false, true};
  }
};

template <>
struct action<rules::open> {
  static void apply0(State& state) { state.range = {state.first, {}, true, false}; }
};

template <>
struct action<rules::first_to> {
  static void apply0(State& state) { state.range = {state.first, state.last, false, true}; }
};

template <>
struct action<rules::pair> : action<rules::first_to> {};

template <>
struct action<rules::one_point> {
  static void apply0(State& state) { state.range = {state.first, state.first, false, false}; }
};

// What an attempt fills; the rules above take it over when they have matched.
template <typename Rule>
struct control : pegtl::normal<Rule> {};

template <>
struct control<rules::iso> : fills<rules::iso, &State::parts> {};

template <>
struct control<rules::numeric> : fills<rules::numeric, &State::parts> {};

template <>
struct control<rules::day_first> : fills<rules::day_first, &State::parts> {};

template <>
struct control<rules::month_first> : fills<rules::month_first, &State::parts> {};

template <>
struct control<rules::month_only> : fills<rules::month_only, &State::parts> {};

template <>
struct control<rules::year_only> : fills<rules::year_only, &State::parts> {};

template <>
struct control<rules::time> : fills<rules::time, &State::clock> {};

template <>
struct control<rules::utc> : fills<rules::utc, &State::offset> {};

// Cheap refusal of most lines.
bool may_begin_date(std::string_view line) {
  static const text::ByteSet heads =
      heads_of("0123456789", {Kind::month, Kind::weekday, Kind::date_label});
  return line.size() >= 4 && line.size() <= 120 && heads.contains(line.front());
}

bool may_begin_time(std::string_view line) {
  return line.size() >= 4 && line.size() <= 120 && text::ascii_digits.contains(line.front());
}

template <typename Rule>
std::optional<DateLine> parse_line(std::string_view line) {
  State state;
  const auto length = parse<Rule, action, control>(line, state);
  if (!length) return std::nullopt;
  state.line.length = *length;
  return std::move(state.line);
}

}  // namespace

std::int32_t month_of(std::string_view word) { return words::exact(Kind::month, word).value; }

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
  return may_begin_date(line) ? parse_line<rules::date_line>(line) : std::nullopt;
}

std::optional<DateLine> parse_date_prefix(std::string_view line) {
  return may_begin_date(line) ? parse_line<rules::dated>(line) : std::nullopt;
}

std::optional<DateLine> parse_time_prefix(std::string_view line) {
  return may_begin_time(line) ? parse_line<rules::timed>(line) : std::nullopt;
}

DateLead split_lead(const DateLine& date, std::string_view line) {
  line.remove_prefix(date.length);
  const bool parted = parse<rules::parted>(line).has_value();
  line.remove_prefix(parse<rules::parting>(line).value_or(0));
  return {line, parted};
}

std::optional<DateRange> parse_date_range(std::string_view text) {
  static const text::ByteSet heads = heads_of(
      " \t\xC2\xE2"
      "0123456789",
      {Kind::month, Kind::date_from});
  if (text.empty() || text.size() > 120 || !heads.contains(text.front())) return std::nullopt;
  State state;
  if (!parse<rules::range, action, control>(text, state)) return std::nullopt;
  return state.range;
}

}  // namespace acta::football
