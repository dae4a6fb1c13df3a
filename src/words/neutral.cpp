/// Forms that belong to no one language, and the few words of languages that have no file.

#include <array>

#include "words/tables.hpp"

namespace acta::words {

namespace {

constexpr auto table = std::to_array<Row>({
    // Only abbreviations with one meaning in football articles.
    {Kind::zone, "WET", 0},
    {Kind::zone, "WEST|BST|CET", 60},
    {Kind::zone, "CEST|EET", 120},
    {Kind::zone, "EEST|MSK", 180},
    {Kind::zone, "JST|KST", 540},
    {Kind::zone, "PET|COT|ECT|EST|CDT", -300},
    {Kind::zone, "BOT|VET|CLT|PYT|EDT", -240},
    {Kind::zone, "CLST|PYST|ART|BRT|UYT", -180},
    {Kind::zone, "MST|PDT", -420},
    {Kind::zone, "MDT", -360},
    {Kind::zone, "PST", -480},
    {Kind::zone_utc, "UTC|GMT"},
    // Central in America, China, Cuba; India, Ireland, Israel; Arabia, the Atlantic.
    {Kind::zone_unclear, "CST|IST|AST"},
    {Kind::am, "a.m.|a.m|am.|am|a. m.|a. m|a m.|a m"},
    {Kind::pm, "p.m.|p.m|pm.|pm|p. m.|p. m|p m.|p m"},
    {Kind::hours, "h|h.|hr|hr.|hs|hs.|hrs|hrs."},

    {Kind::status_walkover, "w/o|w.o.|w.o|wo|w-o"},
    {Kind::status_abandoned, "susp.|susp"},
    {Kind::status_cancelled, "canc."},
    {Kind::mark_postponed, "P-P|P - P|P- P|P -P|PP-PP|PP - PP"},
    {Kind::mark_abandoned, "A-A"},
    {Kind::shoot_out, "pens.|pens|pen.|pen|p.|p"},
    {Kind::versus, "vs|vs."},
    {Kind::versus_letter, "v|v."},

    {Kind::not_applicable, "n/a"},
    {Kind::undecided, "tbd|tba|tbc"},
    {Kind::unnamed, "N.N.|N. N.|NN|N-N"},
    {Kind::match_to_come, "a"},
    {Kind::goal_penalty, "p"},
    {Kind::goal_penalty_bare, "pen.|pen|p."},
    {Kind::and_word, "&"},

    {Kind::promotion_aim, "promo*"},
    {Kind::round_of_128, "1/64"},
    {Kind::round_of_64, "1/32"},
    {Kind::round_of_32, "1/16"},
    {Kind::round_of_16, "1/8"},
    {Kind::quarter_final, "1/4"},
    {Kind::semi_final, "1/2"},
    {Kind::superfinal, "superfinal"},
    {Kind::matchday, "rodada|Spieltag|giornata"},
    {Kind::group_head, "Gruppe|poule"},
    {Kind::roman_number, "I", 1},
    {Kind::roman_number, "II", 2},
    {Kind::roman_number, "III", 3},
    {Kind::roman_number, "IV", 4},
    {Kind::roman_number, "V", 5},
    {Kind::roman_number, "VI", 6},
    {Kind::roman_number, "VII", 7},
    {Kind::roman_number, "VIII", 8},
    {Kind::roman_number, "IX", 9},

    {Kind::column_position, "#|pos|pos."},
    {Kind::column_goals_for, "GF|GF."},
    {Kind::column_goal_difference, "dif|dif.|+/-"},
    {Kind::column_points, "pts|pts.|pt"},
    {Kind::letter_points, "P"},
    {Kind::letter_scored, "G"},
    {Kind::tooltip, "tooltip"},
    {Kind::navigation_letters, "*v t e|*vte|vde"},
    {Kind::column_short, "GF|pts"},
    {Kind::header_subject,
     "#|n|no|clube|datum|equipe|jogador|joueur|Mannschaft|nome|Platz|rang|Spieler|squadra|stadion|"
     "Verein"},
    {Kind::total_row, "total*"},
    {Kind::sanction, "penal*|sanci*"},

    {Kind::key_known,
     "num|alt|MVP|Champions League|Europa League|Copa Libertadores|Libertadores|Copa Sudamericana|"
     "Sudamericana|club"},
    {Kind::key_club, "club"},
    {Kind::key_own_cup, "cup*"},
    {Kind::row_goals_for, "gf"},
    {Kind::yes, "1"},

    {Kind::ground_word, "arena|stadion|stadio|stade"},
    // Small words inside names of clubs, in the languages whose clubs appear in articles.
    {Kind::name_particle,
     "da|do|dos|das|di|du|des|le|les|und|von|van|der|den|dem|am|im|an|al|i|et|het|ter|zur|zum|bei"},
    {Kind::claim_total, "total"},

    {Kind::namespace_media, "Media"},
    {Kind::hatnote_label,
     "artigo principal|ver artigo principal|ver também|article principal|article détaillé|"
     "Hauptartikel|siehe auch|voce principale"},
    {Kind::note_label, "nb*|n*|a*"},
    {Kind::football_topic, "FIFA"},
});

}  // namespace

std::span<const Row> neutral_rows() { return table; }

}  // namespace acta::words
