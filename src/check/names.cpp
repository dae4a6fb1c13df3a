/// Rules on names that may be two spellings of one.  They suggest; nothing is merged.

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <tuple>
#include <unordered_set>

#include "check/rules.hpp"
#include "text/unicode.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;

/// Longer names and words are no names; distances between them would cost too much.
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_word = 32;

void add_words(std::string_view text, std::vector<std::string_view>& words) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end != 0) {
      words.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  add_words(text, words);
  return words;
}

std::size_t mix(std::size_t seed, std::size_t value) {
  return (seed ^ value) * 0x9E3779B97F4A7C15U + (seed >> 29);
}

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

/// Size in bytes of the code point that begins with `lead`.
std::size_t code_point_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// ---- Players

/// A name of a team's player, where it is first written.
struct PlayerName {
  std::uint32_t team = none;
  std::string_view team_name;
  std::string_view name;
  std::string_view id;
  finding::Position place;
  std::string folded;
};

/// A name without one of its words: names with an equal key may differ in that word only.
struct WordKey {
  std::size_t hash;
  std::uint32_t player;
  std::uint32_t word;  ///< Among the words of all names.
};

/// The players of the goals and the top scorers, one a team and id, by line.
class PlayerNames {
 public:
  explicit PlayerNames(const Index& index) : index_(index) {
    for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
      const Match& match = index.season.matches[i];
      for (const football::Goal& goal : match.goals) {
        const bool is_home = (goal.side == football::Side::home) != goal.own_goal;
        if (goal.player && goal.player_id) {
          add(is_home ? index.home[i] : index.away[i], is_home ? match.home : match.away,
              *goal.player, *goal.player_id, at(match, goal.line));
        }
      }
    }
    for (const football::TopScorer& row : index.season.top_scorers) {
      if (row.team && row.team_id) {
        add(index.team(*row.team_id), *row.team, row.player, row.player_id, at(row));
      }
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [](const PlayerName& left, const PlayerName& right) {
                       return left.place.line < right.place.line;
                     });
  }

  const std::vector<PlayerName>& all() const { return names_; }

  /// Whether both are in the list of one match: then they are two players.
  bool met(const PlayerName& left, const PlayerName& right) {
    if (!is_indexed_) {
      add_appearances();
    }
    const auto [first, last] = matches_.equal_range(key_of(right.team, right.id));
    return std::any_of(first, last, [&](const auto& entry) {
      return appearances_.contains(mix(key_of(left.team, left.id), entry.second));
    });
  }

 private:
  static std::size_t key_of(std::uint32_t team, std::string_view id) {
    return mix(hash_of(id), team);
  }

  void add(std::uint32_t team, std::string_view team_name, std::string_view name,
           std::string_view id, finding::Position place) {
    if (team != none && name.size() <= longest_name && seen_.insert(key_of(team, id)).second) {
      names_.push_back({team, team_name, name, id, place, text::fold(name)});
    }
  }

  void add_appearances() {
    is_indexed_ = true;
    for (std::uint32_t i = 0; i < index_.season.matches.size(); ++i) {
      for (const football::Goal& goal : index_.season.matches[i].goals) {
        const bool is_home = (goal.side == football::Side::home) != goal.own_goal;
        const std::uint32_t team = is_home ? index_.home[i] : index_.away[i];
        if (goal.player_id && appearances_.insert(mix(key_of(team, *goal.player_id), i)).second) {
          matches_.emplace(key_of(team, *goal.player_id), i);
        }
      }
    }
  }

  const Index& index_;
  std::vector<PlayerName> names_;
  std::unordered_set<std::size_t> seen_;
  std::unordered_set<std::size_t> appearances_;
  std::unordered_multimap<std::size_t, std::uint32_t> matches_;
  bool is_indexed_ = false;
};

/// Whether a word is long enough for a change of one letter to be a slip of the pen.
bool is_comparable(std::string_view word) {
  return word.size() <= longest_word && text::length(word) >= 5;
}

std::string_view first_letter(std::string_view word) {
  return word.substr(0, code_point_size(word.front()));
}

/// Whether two comparable words may be two spellings of one: the first letter equal, one change.
bool is_near(std::string_view left, std::string_view right) {
  return first_letter(left) == first_letter(right) && text::edit_distance(left, right, 1) == 1;
}

/// A word, or what is left of it without one letter.  Two words at distance 1 share a form.
struct Form {
  std::size_t hash;
  std::uint32_t player;
  std::string_view word;
};

/// Adds the forms of `word`; those of words with another `key` or first letter differ.
void add_forms(std::vector<Form>& forms, std::size_t key, std::uint32_t player,
               std::string_view word) {
  const std::size_t seed = mix(key, hash_of(first_letter(word)));
  forms.push_back({mix(seed, hash_of(word)), player, word});
  std::string form;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t size = code_point_size(word[i]);
    form.assign(word.substr(0, i)).append(word.substr(std::min(i + size, word.size())));
    forms.push_back({mix(seed, hash_of(form)), player, word});
    i += size;
  }
}

/// The words of all names, and for each the hash of the others of its name.
struct Words {
  std::vector<std::string_view> all;
  std::vector<WordKey> keys;

  explicit Words(const std::vector<PlayerName>& names) {
    all.reserve(3 * names.size());
    std::vector<std::size_t> hashes;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      const auto first = static_cast<std::uint32_t>(all.size());
      add_words(names[i].folded, all);
      const auto count = static_cast<std::uint32_t>(all.size()) - first;
      hashes.clear();
      for (std::uint32_t word = 0; word < count; ++word) {
        hashes.push_back(hash_of(all[first + word]));
      }
      for (std::uint32_t left_out = 0; left_out < count; ++left_out) {
        std::size_t hash = mix(mix(names[i].team, count), left_out);
        for (std::uint32_t word = 0; word < count; ++word) {
          hash = word == left_out ? hash : mix(hash, hashes[word]);
        }
        keys.push_back({hash, i, first + left_out});
      }
    }
    std::sort(keys.begin(), keys.end(), [](const WordKey& left, const WordKey& right) {
      return std::tuple(left.hash, left.player, left.word) <
             std::tuple(right.hash, right.player, right.word);
    });
  }
};

// ---- Clubs

/// A name that the table of teams does not have, or one that it has.
struct ClubName {
  std::string_view id;
  std::string_view name;
  finding::Position place;
  std::string folded;
  std::size_t length = 0;
};

ClubName club_name(std::string_view id, std::string_view name, finding::Position place) {
  ClubName club{id, name, place, text::fold(name), 0};
  club.length = text::length(club.folded);
  return club;
}

bool is_roman(std::string_view word) {
  return word.find_first_not_of("ivx") == std::string_view::npos;
}

/// The words that tell teams of one name apart: "2", "II", "B" and what stands in parentheses.
std::vector<std::string_view> designators(std::string_view folded) {
  std::vector<std::string_view> found;
  const std::size_t parenthesis = folded.find('(');
  if (parenthesis != std::string_view::npos) {
    found.push_back(folded.substr(parenthesis));
  }
  for (const std::string_view word : words_of(folded.substr(0, parenthesis))) {
    if (word.size() == 1 || is_roman(word) ||
        word.find_first_of("0123456789") != std::string_view::npos) {
      found.push_back(word);
    }
  }
  return found;
}

bool may_be_one_club(const ClubName& left, const ClubName& right) {
  const std::size_t shorter = std::min(left.length, right.length);
  const std::size_t limit = shorter >= 10 ? 2 : shorter >= 6 ? 1 : 0;
  if (limit == 0 || std::max(left.length, right.length) - shorter > limit) {
    return false;
  }
  return text::edit_distance(left.folded, right.folded, limit) <= limit &&
         designators(left.folded) == designators(right.folded);
}

/// The clubs that matches, honours and top scorers name and no table does.
std::vector<ClubName> clubs_outside_tables(const Index& index) {
  std::vector<ClubName> clubs;
  std::unordered_set<std::string_view> seen;
  const auto add = [&](std::string_view id, std::string_view name, finding::Position place) {
    const std::uint32_t team = index.team(id);
    const bool is_in_table =
        team != none && (index.in_team_table[team] || index.in_standings[team]);
    const bool is_placeholder = team == none && index.team_numbers.contains(id);
    if (!id.empty() && !is_in_table && !is_placeholder && name.size() <= longest_name &&
        seen.insert(id).second) {
      clubs.push_back(club_name(id, name, place));
    }
  };
  for (const football::Team& team : index.season.teams) {
    add(team.id, team.name, at(team));
  }
  for (const football::Honour& honour : index.season.honours) {
    add(honour.team_id, honour.team, at(honour));
  }
  for (const football::TopScorer& row : index.season.top_scorers) {
    if (row.team && row.team_id) {
      add(*row.team_id, *row.team, at(row));
    }
  }
  return clubs;
}

/// The pairs of teams that meet in a match.
std::unordered_set<std::uint64_t> meetings_of(const Index& index) {
  std::unordered_set<std::uint64_t> meetings;
  for (std::size_t i = 0; i < index.home.size(); ++i) {
    const auto [low, high] = std::minmax(index.home[i], index.away[i]);
    meetings.insert(std::uint64_t{low} << 32 | high);
  }
  return meetings;
}

}  // namespace

void possible_same_player(const Index& index, Diagnostics& diagnostics) {
  PlayerNames players(index);
  const std::vector<PlayerName>& names = players.all();
  const Words words(names);
  const std::vector<WordKey>& keys = words.keys;
  std::vector<Form> forms;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool has_company = (i > 0 && keys[i - 1].hash == keys[i].hash) ||
                             (i + 1 < keys.size() && keys[i + 1].hash == keys[i].hash);
    if (!has_company) {
      continue;
    }
    const std::string_view word = words.all[keys[i].word];
    if (is_comparable(word)) {
      add_forms(forms, keys[i].hash, keys[i].player, word);
    }
  }
  std::sort(forms.begin(), forms.end(), [](const Form& left, const Form& right) {
    return std::tuple(left.hash, left.player) < std::tuple(right.hash, right.player);
  });
  // Each name is compared with the two before it, so that no input makes this quadratic.
  constexpr std::size_t most_compared = 2;
  std::vector<std::uint32_t> earlier(names.size(), none);
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const Form& form = forms[i];
    for (std::size_t j = i; j-- > 0 && i - j <= most_compared && forms[j].hash == form.hash;) {
      const Form& other = forms[j];
      if (other.player < earlier[form.player] && other.player != form.player &&
          is_near(other.word, form.word) && !players.met(names[other.player], names[form.player]) &&
          !index.are_one(names[other.player].name, names[form.player].name)) {
        earlier[form.player] = other.player;
      }
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (earlier[i] == none) {
      continue;
    }
    const PlayerName& name = names[i];
    const PlayerName& other = names[earlier[i]];
    report(diagnostics, Code::possible_same_player, name.place,
           concat({name.name, " of ", name.team_name, " may be ", other.name, " of ",
                   diagnostics.name_line(other.place)}),
           {{"player", std::string(name.name)},
            {"team", std::string(name.team_name)},
            {"expected", std::string(other.name)},
            {"other_line", std::int64_t{other.place.line}}});
  }
}

void possible_same_club(const Index& index, Diagnostics& diagnostics) {
  // Every name outside the table is compared with every name in it; more pairs than an article of
  // any league has are not worth their time.
  constexpr std::size_t most_pairs = 100'000;
  std::vector<ClubName> table;
  for (const football::Team& team : index.season.teams) {
    const std::uint32_t number = index.team(team.id);
    if (number != none && (index.in_team_table[number] || index.in_standings[number]) &&
        team.name.size() <= longest_name) {
      table.push_back(club_name(team.id, team.name, at(team)));
    }
  }
  if (table.empty()) {
    return;
  }
  const std::vector<ClubName> clubs = clubs_outside_tables(index);
  if (clubs.size() > most_pairs / table.size()) {
    return;
  }
  std::optional<std::unordered_set<std::uint64_t>> meetings;
  for (const ClubName& club : clubs) {
    const ClubName* candidate = nullptr;
    std::size_t candidates = 0;
    for (const ClubName& listed : table) {
      if (may_be_one_club(club, listed)) {
        candidate = &listed;
        ++candidates;
      }
    }
    if (candidates != 1 || index.are_one(club.name, candidate->name)) {
      continue;
    }
    if (!meetings) {
      meetings = meetings_of(index);
    }
    const std::uint32_t one = index.team(club.id);
    const std::uint32_t other = index.team(candidate->id);
    if (meetings->contains(std::uint64_t{std::min(one, other)} << 32 | std::max(one, other))) {
      continue;  // No club plays itself.
    }
    report(diagnostics, Code::possible_same_club, club.place,
           concat({club.name, " is in no table and may be ", candidate->name, " of ",
                   diagnostics.name_line(candidate->place)}),
           {{"team", std::string(club.name)},
            {"expected", std::string(candidate->name)},
            {"other_line", std::int64_t{candidate->place.line}}});
  }
}

}  // namespace acta::check
