#pragma once
/// Words that MediaWiki's templates write into the HTML of a page.  Private to the HTML front end.

#include <array>
#include <string_view>

namespace acta::wiki::html {

/// What a line of a match box is about, by the label in front of it.
struct BoxLabel {
  std::string_view label;  ///< Lower-case, up to its ":".
  std::string_view field;  ///< The parameter that gave it; empty for what no record holds.
};

inline constexpr auto box_labels = std::to_array<BoxLabel>({
    {"stadium", "stadium"},
    {"venue", "stadium"},
    {"estadio", "stadium"},
    {"attendance", "attendance"},
    {"asistencia", "attendance"},
    {"espectadores", "attendance"},
    {"referee", "referee"},
    {"\xC3\xA1rbitro", "referee"},
    {"\xC3\x81rbitro", "referee"},
    {"\xC3\xA1rbitra", "referee"},
    {"\xC3\x81rbitra", "referee"},
    {"assistant referee", {}},
    {"assistant referees", {}},
    {"fourth official", {}},
    {"fifth official", {}},
    {"reserve assistant referee", {}},
    {"video assistant referee", {}},
    {"video assistant referees", {}},
    {"assistant video assistant referee", {}},
    {"goal-line assistants", {}},
    {"man of the match", {}},
    {"player of the match", {}},
    {"jugador del partido", {}},
    {"asistentes", {}},
    {"cuarto \xC3\xA1rbitro", {}},
    {"note", {}},
    {"notes", {}},
    {"nota", {}},
});

/// What an image in a list of scorers or takers stands for, by its title or alternative text.
enum class Mark { none, scored, missed, card };

struct MarkWord {
  std::string_view word;  ///< Lower-case, anywhere in the text.
  Mark mark;
};

/// The first that fits counts.
inline constexpr auto mark_words = std::to_array<MarkWord>({
    {"penalty missed", Mark::missed}, {"penalty shootout missed", Mark::missed},
    {"missed", Mark::missed},         {"red x", Mark::missed},
    {"fallado", Mark::missed},        {"errado", Mark::missed},
    {"atajado", Mark::missed},        {"penalty scored", Mark::scored},
    {"check mark", Mark::scored},     {"convertido", Mark::scored},
    {"anotado", Mark::scored},        {"yellow card", Mark::card},
    {"red card", Mark::card},         {"yellow-red card", Mark::card},
    {"sent off", Mark::card},         {"booked", Mark::card},
    {"amonestado", Mark::card},       {"expulsado", Mark::card},
    {"tarjeta", Mark::card},
});

/// How the heading of an infobox's row of seasons begins: before, now, after.
inline constexpr std::string_view sequence_word = "cronolog";

/// What stands behind the bracket of a score for the sum of two legs.
inline constexpr auto aggregate_words = std::to_array<std::string_view>({"agg", "global"});

}  // namespace acta::wiki::html
