/// Differences as text and as JSON.

#include <algorithm>

#include "format/diff.hpp"
#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

constexpr std::string_view marks = "+-~";

std::string shown(const std::optional<std::string>& value) { return value ? *value : "null"; }

/// Writes one JSON object.
class DifferenceWriter {
 public:
  explicit DifferenceWriter(rapidjson::StringBuffer& buffer) : json_(buffer) {}

  void write(const Difference& difference) {
    json_.StartObject();
    key("changes");
    json_.StartArray();
    for (const Change& change : difference.changes) write(change);
    json_.EndArray();
    key("counts");
    json_.StartObject();
    for (std::size_t kind = 0; kind < record_kind_names.size(); ++kind) {
      key(record_kind_names[kind]);
      json_.StartObject();
      for (std::size_t i = 0; i < change_kind_names.size(); ++i) {
        number(change_kind_names[i], difference.counts[kind][i]);
      }
      json_.EndObject();
    }
    json_.EndObject();
    key("shrunk");
    json_.StartArray();
    for (const Shrunk& shrunk : difference.shrunk) write(shrunk);
    json_.EndArray();
    json_.EndObject();
  }

 private:
  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void text(std::string_view name, std::string_view value) {
    key(name);
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void text(std::string_view name, const std::optional<std::string>& value) {
    if (value) {
      text(name, std::string_view(*value));
    } else {
      key(name);
      json_.Null();
    }
  }

  void number(std::string_view name, std::size_t value) {
    key(name);
    json_.Uint64(value);
  }

  void write(const Change& change) {
    json_.StartObject();
    text("change", change_kind_names[static_cast<std::size_t>(change.change)]);
    text("record", record_kind_names[static_cast<std::size_t>(change.record)]);
    text("season", std::string_view(change.season));
    text("id", std::string_view(change.id));
    text("text", std::string_view(change.text));
    key("fields");
    json_.StartArray();
    for (const FieldChange& field : change.fields) {
      json_.StartObject();
      text("field", std::string_view(field.field));
      text("before", field.before);
      text("after", field.after);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
  }

  void write(const Shrunk& shrunk) {
    json_.StartObject();
    text("season", std::string_view(shrunk.season));
    number("matches_before", shrunk.matches_before);
    number("matches_after", shrunk.matches_after);
    number("goals_before", shrunk.goals_before);
    number("goals_after", shrunk.goals_after);
    json_.EndObject();
  }

  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

}  // namespace

void write_text(const Difference& difference, std::string& out) {
  const std::string* season = nullptr;
  for (const Change& change : difference.changes) {
    if (season == nullptr || *season != change.season) {
      out.append(season == nullptr ? "" : "\n").append(change.season).append("\n");
      season = &change.season;
    }
    std::string line = "  ";
    line += marks[static_cast<std::size_t>(change.change)];
    line.append(" ").append(record_kind_names[static_cast<std::size_t>(change.record)]);
    // What the id says of a season the line above says.
    const bool is_season = change.record == RecordKind::season;
    if (!is_season) line.append(" ").append(change.id);
    std::string_view separator = ": ";
    if (change.fields.empty()) line.append(separator).append(change.text);
    for (const FieldChange& field : change.fields) {
      line.append(separator).append(field.field).append(" ");
      line.append(shown(field.before)).append(" -> ").append(shown(field.after));
      separator = ", ";
    }
    // A change is a line, whatever the values are.
    std::replace(line.begin(), line.end(), '\n', ' ');
    out.append(line).append("\n");
  }
}

void write_json(const Difference& difference, std::string& out) {
  rapidjson::StringBuffer buffer;
  DifferenceWriter(buffer).write(difference);
  out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace acta::format
