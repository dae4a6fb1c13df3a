#include "football/phrase/round.hpp"

#include "grammar/heading.hpp"
#include "grammar/parse.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::heading;
using grammar::number;
using grammar::parse;
using words::Kind;

// ---- Rounds

struct RoundState {
  RoundName name;
  bool counted = false;  ///< An ordinal anywhere in the name numbers it.
};

template <typename Rule>
struct round_action : pegtl::nothing<Rule> {};

template <RoundKind Of, bool Counted = false>
struct is {
  static void apply0(RoundState& round) {
    round.name.kind = Of;
    round.counted = Counted;
  }
};

template <>
struct round_action<rules::third_place> : is<RoundKind::third_place> {};

template <>
struct round_action<rules::play_off> : is<RoundKind::play_off> {};

template <>
struct round_action<rules::qualifying> : is<RoundKind::qualifying, true> {};

template <>
struct round_action<rules::preliminary> : is<RoundKind::preliminary, true> {};

template <>
struct round_action<rules::numbered_day> : is<RoundKind::matchday> {};

template <>
struct round_action<rules::ordinal_day> : is<RoundKind::matchday, true> {};

template <>
struct round_action<rules::ordinal_round> : is<RoundKind::preliminary, true> {};

template <>
struct round_action<rules::superfinal> : is<RoundKind::final> {};

template <>
struct round_action<rules::final_round> : is<RoundKind::final> {};

template <>
struct round_action<rules::fraction_word> {
  static void apply(const auto& in, RoundState& round) {
    constexpr auto first = static_cast<int>(Kind::round_of_128);
    const words::Found found =
        words::longest(Kind::round_of_128, Kind::semi_final, in.string_view());
    const int steps = static_cast<int>(found.kind) - first;
    round.name.kind = static_cast<RoundKind>(static_cast<int>(RoundKind::round_of_128) + steps);
  }
};

template <>
struct round_action<rules::day_number> {
  static void apply(const auto& in, RoundState& round) {
    round.name.ordinal = number(in.string_view());
  }
};

template <>
struct round_action<rules::day_word> {
  static void apply(const auto& in, RoundState& round) {
    round.name.ordinal = words::longest(Kind::number_word, in.string_view()).value;
  }
};

// ---- Ordinals

template <typename Rule>
struct ordinal_action : pegtl::nothing<Rule> {};

template <>
struct ordinal_action<rules::number> {
  static void apply(const auto& in, std::int32_t& ordinal) { ordinal = number(in.string_view()); }
};

template <>
struct ordinal_action<rules::tailed_number> {
  static void apply(const auto& in, std::int32_t& ordinal) {
    const std::string_view written = in.string_view();
    ordinal = number(written.substr(0, text::ascii_digits.find_outside(written)));
  }
};

template <>
struct ordinal_action<rules::ordinal_word> {
  static void apply(const auto& in, std::int32_t& ordinal) {
    ordinal = words::longest(Kind::ordinal_word, in.string_view()).value;
  }
};

// ---- Legs

template <typename Rule>
struct leg_action : pegtl::nothing<Rule> {};

template <>
struct leg_action<rules::name> {
  static void apply(const auto& in, NameWithLeg& parts) { parts.name = in.string_view(); }
};

template <>
struct leg_action<rules::leg> {
  static void apply(const auto& in, NameWithLeg& parts) {
    parts.leg = words::longest(Kind::leg, in.string_view()).value;
  }
};

}  // namespace

std::string plain_words(std::string_view text) {
  // What is no word becomes one blank; the text never grows.
  std::string plain = text::fold(text);
  std::size_t size = 0;
  bool parted = true;
  for (const char c : plain) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0 || c == '/';
    if (part && parted && size != 0) plain[size++] = ' ';
    if (part) plain[size++] = c;
    parted = !part;
  }
  plain.resize(size);
  return plain;
}

std::optional<RoundName> round_of(std::string_view plain) {
  RoundState round;
  if (!parse<rules::round, round_action>(plain, round)) return std::nullopt;
  if (round.counted) parse<rules::first_ordinal, ordinal_action>(plain, round.name.ordinal);
  return round.name;
}

bool names_group(std::string_view plain) { return parse<rules::group>(plain).has_value(); }

bool names_replay(std::string_view plain) { return parse<rules::replay>(plain).has_value(); }

MaybeInt leg_of(std::string_view plain) {
  NameWithLeg parts;
  if (!parse<rules::leg_alone, leg_action>(plain, parts)) return std::nullopt;
  return parts.leg;
}

std::optional<NameWithLeg> cut_leg(std::string_view text) {
  NameWithLeg parts;
  if (!parse<rules::with_leg, leg_action>(text, parts)) return std::nullopt;
  return parts;
}

}  // namespace acta::football
