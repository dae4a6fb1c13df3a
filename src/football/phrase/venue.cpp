#include "football/phrase/venue.hpp"

#include "football/phrase/name.hpp"
#include "grammar/parse.hpp"
#include "grammar/venue.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::venue;
using grammar::parse;
using words::Kind;

struct State {
  VenueLine venue;
  std::string_view place;  ///< Before the first label.
  std::string_view ground;
  std::string_view city;
  Kind label = Kind::count;
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// "Monumental, Lima": a label of its own says better in which city.
void set_place(std::string_view place, VenueLine& venue);

bool names_ground(std::string_view name);

void set(Kind label, std::string_view value, VenueLine& venue) {
  switch (label) {
    case Kind::venue_stadium:
      set_place(value, venue);
      break;
    case Kind::venue_city:
      // "Location: Estadio Nacional, Lima"
      if (names_ground(value)) {
        set_place(value, venue);
      } else {
        venue.city = value;
      }
      break;
    case Kind::venue_attendance:
      venue.attendance = value;
      break;
    case Kind::venue_referee:
      venue.referee = value;
      break;
    case Kind::venue_time:
      venue.time = value;
      break;
    default:
      break;
  }
}

template <>
struct action<rules::place> {
  static void apply(const auto& in, State& state) { state.place = in.string_view(); }
};

template <>
struct action<rules::label_word> {
  static void apply(const auto& in, State& state) {
    state.label = words::longest(Kind::venue_stadium, Kind::venue_time, in.string_view()).kind;
  }
};

template <>
struct action<rules::value> {
  static void apply(const auto& in, State& state) {
    set(state.label, in.string_view(), state.venue);
  }
};

template <>
struct action<rules::ground> {
  static void apply(const auto& in, State& state) { state.ground = in.string_view(); }
};

template <>
struct action<rules::stadium> : action<rules::ground> {};

template <>
struct action<rules::city> {
  static void apply(const auto& in, State& state) { state.city = in.string_view(); }
};

void set_place(std::string_view place, VenueLine& venue) {
  State parts;
  parse<rules::place_and_city, action>(place, parts);
  venue.stadium = text::trim(parts.ground);
  if (venue.city.empty()) venue.city = text::trim(parts.city);
}

bool names_ground(std::string_view name) {
  State parts;
  return parse<rules::ground_line, action>(name, parts).has_value();
}

}  // namespace

std::optional<VenueLine> parse_venue_line(std::string_view line) {
  line = text::trim(line);
  if (line.size() > 240 || line.empty()) return std::nullopt;
  State state;
  if (parse<rules::labelled, action>(line, state)) {
    if (state.place.empty()) return state.venue;
    if (!looks_like_name(state.place) && !names_ground(state.place)) return std::nullopt;
    const VenueLine labelled = state.venue;
    set_place(state.place, state.venue);
    if (!labelled.stadium.empty()) state.venue.stadium = labelled.stadium;
    return state.venue;
  }
  state = {};
  if (!parse<rules::ground_line, action>(line, state)) return std::nullopt;
  // "Lugar del partido: Estadio Norte": what a label that nobody knows is about is not known.
  const bool is_labelled = state.ground.find(':') != std::string_view::npos;
  if (!looks_like_name(state.ground) || looks_like_prose(line) || is_labelled) return std::nullopt;
  const bool has_city = state.ground.size() < line.size();
  if (has_city && !looks_like_name(state.city)) return std::nullopt;
  set_place(line, state.venue);
  return state.venue;
}

}  // namespace acta::football
