#pragma once
/// Templates by name: what each shows in running text, or which block it is.  Redirects, modules
/// (`#invoke:`) and both languages are rows of one table.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace acta::words {

/// What a template call shows.
enum class Shows : std::uint8_t {
  unknown,         ///< Not in the table: its positional text, noted once.
  nothing,         ///< Flags, notes, maintenance marks.
  first,           ///< Its first value.
  second,          ///< Its second value.
  last,            ///< Its last value.
  nation,          ///< The nation of a code or name: {{fb|PER}}.
  lines,           ///< Its values, a line each: {{ubl|A|B}}.
  sort_name,       ///< {{sortname|First|Last}}
  date,            ///< {{Start date|2014|5|29}}, year first
  date_day_first,  ///< {{fecha|29|5|2014}}
  birth,           ///< {{birth date and age2|2024|6|9|1995|2|28}}: the last date, year first.
  zoned_time,      ///< {{UTZ|19:00|-4}}: a time and its distance from UTC.
  quantity,        ///< {{convert|26|C}}: value and unit
  extra_time,      ///< {{aet}}
  penalties,       ///< {{pso|4–3}}
  pair,            ///< {{score|2|1}}
  cell,            ///< {{N/A|withdrew}}: attributes of the cell, and its text or `canonical`
  minutes,         ///< {{goal|31|pen.|83}}: minutes and notes; `canonical` is a note behind each.
  picture,         ///< {{yel|8}}: nothing in a text; `canonical` says what the picture says.
  tick,            ///< {{pengoal}}: a picture of a tick.
  cross,           ///< {{penmiss}}: a picture of a cross.
  bar,             ///< {{!}}
  dash,
  blank,
  equals,
  block,  ///< A record of its own: match box, standings; `canonical` says which.
  infobox,
  table  ///< Content that no record has: its values are kept as a table.
};

/// One row of the table.
struct TemplateEntry {
  std::string_view name;  ///< Lower-case, blanks for underscores.
  Shows shows = Shows::unknown;
  /// Of a block or an infobox its name, where empty means `name`; of others as `Shows` says.
  std::string_view canonical;
};

/// Head of the parameters of a standings module that say what a place qualifies for.
inline constexpr std::string_view place_result = "result";

/// What pictures in a text say, as `Call::name` has it.
namespace picture {
inline constexpr std::string_view kick_scored = "kick scored";
inline constexpr std::string_view kick_missed = "kick missed";
inline constexpr std::string_view yellow_card = "yellow card";
inline constexpr std::string_view second_yellow_card = "second yellow card";
inline constexpr std::string_view red_card = "red card";
inline constexpr std::string_view sent_off = "sent off";  ///< Yellow cards before it, and minutes.
inline constexpr std::string_view sub_on = "sub on";
inline constexpr std::string_view sub_off = "sub off";
inline constexpr std::string_view captain = "captain";
}  // namespace picture

/// What a minute shown by a template for penalties has behind it.
inline constexpr std::string_view penalty_note = "pen.";

/// The entry of a template name as written: letter case, underscores and namespace do not count.
/// `name` becomes the normalized name.
TemplateEntry find_template(std::string_view written, std::string& name);

/// An entry and the normalized name that it was found by.
struct FoundTemplate {
  TemplateEntry entry;
  std::string name;
};

/// Finds the entries of one page, where names come again and again.
class TemplateCache {
 public:
  /// As `find_template`; the answer stays where it is as long as the cache lives.
  const FoundTemplate& find(std::string_view written);

 private:
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };

  std::unordered_map<std::string, FoundTemplate, Hash, std::equal_to<>> found_;
  const std::pair<const std::string, FoundTemplate>* last_ = nullptr;
};

}  // namespace acta::words
