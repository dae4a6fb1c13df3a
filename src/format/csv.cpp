/// Rows as text: NDJSON, CSV, and the package that describes the CSV.

#include <charconv>
#include <string>
#include <string_view>

#include "format/rapidjson.hpp"
#include "format/rows.hpp"

namespace acta::format {
namespace {

void append_number(std::int64_t number, std::string& out) {
  char digits[24];
  const auto [end, failure] = std::to_chars(digits, digits + sizeof digits, number);
  out.append(digits, end);
}

void append_json_text(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte >= 0x20) {
      out += c;
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      switch (c) {
        case '\n':
          out += "\\n";
          break;
        case '\t':
          out += "\\t";
          break;
        default:
          out += "\\u00";
          out += digits[byte >> 4U];
          out += digits[byte & 15U];
      }
    }
  }
  out += '"';
}

void append_json(const Cell& cell, std::string& out) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) {
    append_json_text(*text, out);
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    append_number(*number, out);
  } else if (const auto* truth = std::get_if<bool>(&cell)) {
    out += *truth ? "true" : "false";
  } else {
    out += "null";
  }
}

/// What a cell begins with that a spreadsheet takes for a formula.
constexpr std::string_view formula_starts = "=+-@\t\r";

void append_csv_text(std::string_view text, std::string& out) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put(Writer& writer, const std::string& text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& writer, const char* key, const std::string& text) {
  writer.Key(key);
  put(writer, text);
}

void put(Writer& writer, const char* key, const std::vector<std::string>& texts) {
  writer.Key(key);
  writer.StartArray();
  for (const std::string& it : texts) put(writer, it);
  writer.EndArray();
}

void put_field(Writer& writer, const Column& column) {
  static constexpr std::string_view types[] = {"string", "integer", "boolean"};
  writer.StartObject();
  put(writer, "name", column.name);
  put(writer, "type", std::string(types[static_cast<std::size_t>(column.type)]));
  put(writer, "description", column.meaning);
  if (column.required || !column.pattern.empty()) {
    writer.Key("constraints");
    writer.StartObject();
    // An empty text is written as null is: only what cannot be empty is required.
    if (column.required && (column.type != ColumnType::text || !column.pattern.empty())) {
      writer.Key("required");
      writer.Bool(true);
    }
    if (!column.pattern.empty()) put(writer, "pattern", std::string(column.pattern));
    writer.EndObject();
  }
  writer.EndObject();
}

void put_resource(Writer& writer, const Table& table) {
  writer.StartObject();
  put(writer, "name", table.name);
  put(writer, "path", table.name + ".csv");
  put(writer, "description", table.meaning);
  put(writer, "profile", std::string("tabular-data-resource"));
  put(writer, "format", std::string("csv"));
  put(writer, "mediatype", std::string("text/csv"));
  put(writer, "encoding", std::string("utf-8"));
  writer.Key("schema");
  writer.StartObject();
  writer.Key("fields");
  writer.StartArray();
  for (const Column& it : table.columns) put_field(writer, it);
  writer.EndArray();
  put(writer, "missingValues", std::vector<std::string>{""});
  put(writer, "primaryKey", table.primary_key);
  writer.Key("foreignKeys");
  writer.StartArray();
  for (const ForeignKey& it : table.foreign_keys) {
    writer.StartObject();
    put(writer, "fields", it.columns);
    writer.Key("reference");
    writer.StartObject();
    put(writer, "resource", it.table);
    put(writer, "fields", it.other_columns);
    writer.EndObject();
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  writer.EndObject();
}

}  // namespace

void append_ndjson(const Table& table, std::span<const Cell> cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += i == 0 ? "{\"" : ",\"";
    out += table.columns[i].name;
    out += "\":";
    append_json(cells[i], out);
  }
  out += "}\n";
}

void append_csv(std::span<const Cell> cells, std::string& out, bool guard) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (const auto* text = std::get_if<std::string_view>(&cells[i])) {
      if (guard && !text->empty() && formula_starts.find(text->front()) != std::string_view::npos) {
        append_csv_text("'" + std::string(*text), out);
      } else {
        append_csv_text(*text, out);
      }
    } else if (!std::holds_alternative<std::monostate>(cells[i])) {
      append_json(cells[i], out);
    }
  }
  out += "\r\n";
}

void append_csv_header(const Table& table, std::string& out) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ',';
    out += table.columns[i].name;
  }
  out += "\r\n";
}

std::string datapackage() {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 2);
  writer.StartObject();
  put(writer, "profile", std::string("tabular-data-package"));
  put(writer, "name", std::string("football-seasons"));
  put(writer, "title", std::string("Football seasons"));
  put(writer, "description",
      "Records of football season articles; schema " + std::string(football::schema_id) +
          ". Cells are text as the articles have it: one that begins with =, +, - or @ is a "
          "formula "
          "to a spreadsheet that opens the file directly; import such columns as text, or build "
          "with "
          "--guard-csv, which puts an apostrophe before them.");
  writer.Key("resources");
  writer.StartArray();
  for (const Table& it : tables()) put_resource(writer, it);
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace acta::format
