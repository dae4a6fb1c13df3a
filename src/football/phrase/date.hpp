#pragma once
/// Dates and times of articles.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace acta::football {

/// A date as written; 0 stands for a part that is not there.
struct Date {
  std::int32_t year = 0;
  std::int32_t month = 0;
  std::int32_t day = 0;
  bool operator==(const Date&) const = default;
};

/// Whether the parts that are there can stand in a calendar (29 February needs a leap year, or
/// no year).
bool is_possible(const Date& date);

/// ISO 8601, as far as it is known from the left: "2014-05-29", "2014-05", "2014"; nothing without
/// a year.
std::optional<std::string> to_iso(const Date& date);

/// What a date line says.
struct DateLine {
  Date date;
  std::optional<std::string> time;        ///< "20:00"
  std::optional<std::string> utc_offset;  ///< "-05:00"
  bool ambiguous = false;  ///< "03/04/2021": day and month cannot be told apart by their size.
  bool weekday = false;    ///< "Sat 14 April".
  bool worded = false;     ///< "25 de abril": a club may be called that.
  std::size_t length = 0;  ///< Bytes read.
};

/// Reads a line that is a date and nothing else: "Sunday, 29 May 2014, 20:00 (UTC-5)".
std::optional<DateLine> parse_date_line(std::string_view line);

/// Reads a date at the start of a line; `length` says how far it goes.
std::optional<DateLine> parse_date_prefix(std::string_view line);

/// Reads a time, perhaps with its zone, at the start of a line.
std::optional<DateLine> parse_time_prefix(std::string_view line);

/// What stands behind a date or time at the start of a line.
struct DateLead {
  std::string_view rest;  ///< "Estadio Nacional, Lima" of "29 May 2030 – Estadio Nacional, Lima".
  bool parted = false;    ///< A mark stands between, not blanks alone.
};

/// Parts `line` behind the date or time that was read at its start.
DateLead split_lead(const DateLine& date, std::string_view line);

/// A first and a last day, as written: a year written once stands at the last one alone.
struct DateRange {
  Date first;
  Date last;
  bool open_end = false;  ///< "11 April 2025 –": `last` is empty.
  bool is_range = false;  ///< False when one date was written; it then stands in both.
};

/// Reads "23 May – 25 October 2024", "August 2014 – May 2015", "17–30 June 2019", "2024".
std::optional<DateRange> parse_date_range(std::string_view text);

/// The number of the month that `word` names, whole or abbreviated; 0 when it names none.
std::int32_t month_of(std::string_view word);

}  // namespace acta::football
