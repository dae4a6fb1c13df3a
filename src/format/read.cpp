#include "format/read.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "format/field.hpp"
#include "format/fields.hpp"
#include "format/json_tree.hpp"
#include "format/shape.hpp"

namespace acta::format {
namespace {

using finding::Code;
using finding::Position;

/// Finds lines and columns in a JSON text.
class Places {
 public:
  explicit Places(std::string_view json) : json_(json) {
    for (std::size_t at = 0; at != std::string_view::npos;) {
      starts_.push_back(at);
      const std::size_t end = json.find('\n', at);
      at = end == std::string_view::npos ? end : end + 1;
    }
  }

  std::uint32_t line(std::size_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return static_cast<std::uint32_t>(after - starts_.begin());
  }

  /// Counts on from the place asked before: many findings on one endless line cost one walk.
  Position position(std::size_t offset) {
    const std::uint32_t in_line = line(offset);
    if (in_line != last_.line || offset < last_offset_) {
      last_ = {in_line, 1};
      last_offset_ = starts_[in_line - 1];
    }
    for (; last_offset_ < offset && last_offset_ < json_.size(); ++last_offset_) {
      const auto byte = static_cast<unsigned char>(json_[last_offset_]);
      last_.column += (byte & 0xC0U) == 0x80U ? 0 : 1;
    }
    return last_;
  }

 private:
  std::string_view json_;
  std::vector<std::size_t> starts_;
  Position last_;
  std::size_t last_offset_ = 0;
};

/// Whether a record says in which line it stands.
template <class Record>
concept Placed = requires(Record record) {
  record.line = std::uint32_t{1};
};

/// Whether a record has an id of its own that findings name.
template <class Record>
inline constexpr bool is_named =
    std::is_same_v<Record, football::Round> || std::is_same_v<Record, football::Match> ||
    std::is_same_v<Record, football::Tie> || std::is_same_v<Record, football::Team> ||
    std::is_same_v<Record, football::Stadium> || std::is_same_v<Record, football::Player>;

/// The name of a value's type in the schema.
template <class T>
constexpr std::string_view type_name() {
  if constexpr (std::is_same_v<T, bool>) {
    return "boolean";
  } else if constexpr (Number<T>) {
    return "integer";
  } else if constexpr (Text<T> || Enumeration<T>) {
    return "string";
  } else if constexpr (Described<T>) {
    return "object";
  } else {
    return "array";
  }
}

/// The names of a choice as a list for people: "a", "b" or "c".
template <class Names>
std::string choice(const Names& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += i + 1 == names.size() ? " or " : ", ";
    result += quoted(names[i]);
  }
  return result;
}

/// Reads one record's tree.
class TreeReader {
 public:
  TreeReader(JsonTree tree, std::optional<std::size_t> index, LinesOf lines, Places& places,
             ReadSeason& read)
      : tree_(tree), lines_(lines), places_(places), read_(read) {
    if (index) path_.emplace_back(*index);
  }

  void read() { value(read_.season, Shape::plain, false); }

 private:
  const JsonNode& here() const { return tree_[at_]; }

  void skip() { at_ = here().end; }

  /// The JSON pointer of the value at hand, with a colon and blank; empty for the whole text.
  std::string pointer() const {
    if (path_.empty()) return {};
    std::string result = "at ";
    for (const auto& step : path_) {
      result += '/';
      if (const auto* const index = std::get_if<std::size_t>(&step)) {
        result += std::to_string(*index);
        continue;
      }
      for (const char letter : std::get<std::string_view>(step)) {
        if (letter == '~' || letter == '/') {
          result += letter == '~' ? "~0" : "~1";
        } else {
          result += letter;
        }
      }
    }
    return result + ": ";
  }

  void report(Code code, std::size_t offset, const std::string& message) {
    read_.findings.add(code, places_.position(offset), pointer() + message);
  }

  /// Says what should stand in place of the value at hand, and leaves it behind.
  bool refuse(const std::string& expected) {
    report(Code::schema_violation, here().offset,
           "expected " + expected + ", found " + described(here()));
    skip();
    return false;
  }

  template <class T>
  bool refuse_type(bool nullable) {
    return refuse(std::string(type_name<T>()) + (nullable ? " or null" : ""));
  }

  template <class T>
  bool value(T& value_read, Shape shape, bool nullable) {
    if constexpr (is_optional<T>) {
      if (here().kind == JsonKind::null) {
        value_read.reset();
        skip();
        return true;
      }
      return value(value_read.emplace(), shape, true);
    } else if constexpr (is_array<T>) {
      return list(value_read, shape);
    } else if constexpr (Text<T>) {
      return words(value_read, shape, nullable);
    } else if constexpr (std::is_same_v<T, bool>) {
      if (here().kind != JsonKind::boolean) return refuse_type<T>(nullable);
      value_read = here().number != 0;
    } else if constexpr (Number<T>) {
      return number(value_read, shape, nullable);
    } else if constexpr (Enumeration<T>) {
      return enumerator(value_read, nullable);
    } else if constexpr (std::is_same_v<T, football::Pair>) {
      return pair(value_read, nullable);
    } else {
      return record(value_read);
    }
    skip();
    return true;
  }

  template <class T>
  bool words(T& value_read, Shape shape, bool nullable) {
    if (here().kind != JsonKind::text) return refuse_type<T>(nullable);
    const std::string_view found = here().text;
    if (shape == Shape::schema_id && found != football::schema_id) {
      return refuse(quoted(football::schema_id));
    }
    if (!has_shape(found, shape)) {
      const std::string_view pattern = pattern_of(shape);
      return refuse(pattern.empty() ? "a text that is not empty"
                                    : "a text like " + std::string(pattern));
    }
    value_read = T(found);
    skip();
    return true;
  }

  template <class T>
  bool number(T& value_read, Shape shape, bool nullable) {
    if (here().kind != JsonKind::integer) return refuse_type<T>(nullable);
    const std::int64_t found = here().number;
    constexpr auto least = static_cast<std::int64_t>(std::numeric_limits<T>::min());
    constexpr auto most = static_cast<std::int64_t>(std::numeric_limits<T>::max());
    if (const auto bound = minimum_of(shape); bound && found < *bound) {
      return refuse(std::to_string(*bound) + " or more");
    }
    if (found < least) return refuse(std::to_string(least) + " or more");
    if (found > most) return refuse(std::to_string(most) + " or less");
    value_read = static_cast<T>(found);
    skip();
    return true;
  }

  template <class T>
  bool enumerator(T& value_read, bool nullable) {
    if (here().kind != JsonKind::text) return refuse_type<T>(nullable);
    if constexpr (std::is_same_v<T, Code>) {
      const std::optional<Code> found = finding::code_named(here().text);
      if (!found) return refuse("a code that the schema lists");
      value_read = *found;
    } else {
      const auto& names = enum_names<T>;
      const auto found = std::find(names.begin(), names.end(), here().text);
      if (found == names.end()) return refuse(choice(names));
      value_read = static_cast<T>(found - names.begin());
    }
    skip();
    return true;
  }

  bool pair(football::Pair& value_read, bool nullable) {
    const JsonNode& array = here();
    if (array.kind != JsonKind::array) return refuse_type<football::Pair>(nullable);
    std::vector<std::int32_t> sides;
    if (!list(sides, Shape::natural)) return false;
    if (sides.size() != 2) {
      report(Code::schema_violation, array.offset,
             "expected 2 elements, found " + std::to_string(sides.size()));
      return false;
    }
    value_read = {sides[0], sides[1]};
    return true;
  }

  /// Reads an array; elements that break their description are left out.
  template <class T>
  bool list(std::vector<T>& values, Shape shape) {
    const JsonNode& array = here();
    if (array.kind != JsonKind::array) return refuse_type<std::vector<T>>(false);
    bool is_good = true;
    std::size_t count = 0;
    ++at_;
    while (at_ < array.end) {
      path_.emplace_back(count++);
      T element{};
      if (value(element, shape, false)) {
        values.push_back(std::move(element));
      } else {
        is_good = false;
      }
      path_.pop_back();
    }
    return is_good;
  }

  /// The number of the field with a key; the one that is next in order is tried first.
  template <class Record>
  static std::size_t field_number(std::string_view key, std::size_t next) {
    static constexpr auto keys = std::apply(
        [](const auto&... field) { return std::array{field.key...}; }, Description<Record>::fields);
    if (next < keys.size() && keys[next] == key) return next;
    const auto found = std::find(keys.begin(), keys.end(), key);
    return static_cast<std::size_t>(found - keys.begin());
  }

  template <class Record>
  bool record(Record& record_read) {
    constexpr std::size_t count = field_count<Record>;
    const JsonNode& object = here();
    if (object.kind != JsonKind::object) return refuse_type<Record>(false);
    std::bitset<count> seen;
    bool is_good = true;
    std::size_t next = 0;
    ++at_;
    while (at_ < object.end) {
      const JsonNode& key = here();
      ++at_;
      path_.emplace_back(key.text);
      const std::size_t number = field_number<Record>(key.text, next);
      next = number + 1;
      if (number == count) {
        is_good &= unknown_key(record_read, key);
      } else if (seen[number]) {
        is_good = refuse_repeated(key);
      } else {
        seen.set(number);
        is_good &= member(record_read, number);
      }
      path_.pop_back();
    }
    is_good &= seen.all() || refuse_missing<Record>(object, seen);
    if (is_good && lines_ == LinesOf::json) place(record_read, object);
    return is_good;
  }

  bool refuse_repeated(const JsonNode& key) {
    report(Code::duplicate_key, key.offset, "the key stands twice");
    skip();
    return false;
  }

  template <class Record>
  bool refuse_missing(const JsonNode& object, const std::bitset<field_count<Record>>& seen) {
    std::string missing;
    std::size_t number = 0;
    for_each_field<Record>([&](const auto& field) {
      if (seen[number++]) return;
      missing += missing.empty() ? "" : ", ";
      missing += quoted(field.key);
    });
    report(Code::schema_violation, object.offset, "missing " + missing);
    return false;
  }

  /// Reads the member with a number into the record.
  template <class Record>
  bool member(Record& record_read, std::size_t number) {
    return [&]<std::size_t... index>(std::index_sequence<index...>) {
      bool is_good = true;
      static_cast<void>(
          ((number == index && (is_good = member<Record, index>(record_read), true)) || ...));
      return is_good;
    }
    (std::make_index_sequence<field_count<Record>>{});
  }

  template <class Record, std::size_t index>
  bool member(Record& record_read) {
    constexpr const auto& field = std::get<index>(Description<Record>::fields);
    using Get = std::remove_cvref_t<decltype(field.get)>;
    if constexpr (std::is_member_object_pointer_v<Get>) {
      return value(record_read.*field.get, field.shape, false);
    } else {
      // Written by a function: the schema's name, which says nothing more, and a finding's place.
      Value<Record, Get> found{};
      if (!value(found, field.shape, false)) return false;
      if constexpr (std::is_same_v<Record, finding::Diagnostic>) {
        (field.key == "line" ? record_read.position.line : record_read.position.column) = found;
      }
      return true;
    }
  }

  /// A finding's details are keys of their own; no other record has keys beyond its fields.
  template <class Record>
  bool unknown_key(Record& record_read, const JsonNode& key) {
    if constexpr (std::is_same_v<Record, finding::Diagnostic>) {
      for (const finding::ContextKey& known : finding::context_keys) {
        if (known.key == key.text) return detail(record_read, known, key);
      }
    }
    report(Code::schema_violation, key.offset, "unknown key " + quoted(key.text));
    skip();
    return false;
  }

  bool detail(finding::Diagnostic& finding, const finding::ContextKey& known, const JsonNode& key) {
    const auto is_same = [&](const finding::Context& it) { return it.key == known.key; };
    if (std::any_of(finding.context.begin(), finding.context.end(), is_same)) {
      return refuse_repeated(key);
    }
    finding::Context& added = finding.context.emplace_back();
    added.key = known.key;
    if (known.is_number) return value(added.value.emplace<std::int64_t>(), Shape::plain, false);
    return value(added.value.emplace<std::string>(), Shape::may_be_empty, false);
  }

  /// Lets a record say where it stands in the JSON text.
  template <class Record>
  void place(Record& record_read, const JsonNode& object) {
    if constexpr (std::is_same_v<Record, football::Match>) {
      read_.article_lines.try_emplace(record_read.id, record_read.line, record_read.end_line);
    }
    if constexpr (Placed<Record>) {
      record_read.line = places_.line(object.offset);
      if constexpr (std::is_same_v<Record, football::Match>)
        record_read.end_line = record_read.line;
    }
    if constexpr (is_named<Record>) {
      read_.places.try_emplace(record_read.id, places_.position(object.offset));
    }
  }

  JsonTree tree_;
  LinesOf lines_;
  Places& places_;
  ReadSeason& read_;
  std::size_t at_ = 0;
  std::vector<std::variant<std::size_t, std::string_view>> path_;
};

}  // namespace

std::optional<football::Season> read_season(std::string_view json) {
  std::optional<football::Season> result;
  bool is_good = true;
  read_seasons(json, LinesOf::article, [&](ReadSeason&& read) {
    is_good = is_good && !result && read.findings.count(finding::Severity::error) == 0;
    result = std::move(read.season);
  });
  return is_good ? std::move(result) : std::nullopt;
}

void read_seasons(std::string_view json, LinesOf lines,
                  const std::function<void(ReadSeason&&)>& receive) {
  Places places(json);
  const auto record = [&](JsonTree tree, std::optional<std::size_t> index) {
    ReadSeason read;
    read.start = places.position(tree.front().offset);
    TreeReader(tree, index, lines, places, read).read();
    receive(std::move(read));
  };
  const auto fault = [&](const JsonFault& found) {
    ReadSeason read;
    read.findings.add(Code::json_invalid, places.position(found.offset), found.message);
    receive(std::move(read));
  };
  read_json(json, {record, fault});
}

}  // namespace acta::format
