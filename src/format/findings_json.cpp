/// Findings as JSON: a walk over their description.

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "format/findings_fields.hpp"
#include "format/findings_forms.hpp"
#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

/// Writes records of findings, a line each.
class RecordWriter {
 public:
  explicit RecordWriter(std::string& out) : out_(out), json_(buffer_) {}

  /// Writes `record` without any blank.
  template <Described Record>
  void write(const Record& record) {
    buffer_.Clear();
    json_.Reset(buffer_);
    put_record(record);
    out_.append(buffer_.GetString(), buffer_.GetSize());
  }

  /// Writes `record` with its arrays an element a line; its texts need no escapes.
  template <Described Record>
  void write_lines(const Record& record) {
    std::string_view separator = "{\n";
    for_each_field<Record>([&](const auto& field) {
      out_.append(separator);
      separator = ",\n";
      out_.append("  \"").append(field.key).append("\": ");
      const auto& value = std::invoke(field.get, record);
      using T = std::remove_cvref_t<decltype(value)>;
      if constexpr (is_array<T>) {
        write_elements(value);
      } else if constexpr (Described<T>) {
        write(value);
      } else {
        out_.append("\"").append(value).append("\"");
      }
    });
    out_.append("\n}\n");
  }

  /// Ends a line.
  void end_line() { out_.append("\n"); }

 private:
  template <class Elements>
  void write_elements(const Elements& elements) {
    std::string_view separator = "[\n    ";
    for (const auto& element : elements) {
      out_.append(separator);
      separator = ",\n    ";
      write(element);
    }
    out_.append(elements.empty() ? "[]" : "\n  ]");
  }

  void put_text(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void put_key(std::string_view key) {
    json_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  }

  template <class T>
  void put(const T& value) {
    if constexpr (is_optional<T>) {
      if (value) {
        put(*value);
      } else {
        json_.Null();
      }
    } else if constexpr (Text<T>) {
      put_text(value);
    } else if constexpr (Number<T>) {
      json_.Int64(static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, finding::Code>) {
      put_text(finding::entry(value).name);
    } else if constexpr (std::is_same_v<T, finding::Severity>) {
      put_text(finding::severity_names[static_cast<std::size_t>(value)]);
    } else if constexpr (is_array<T>) {
      json_.StartArray();
      for (const auto& element : value) put(element);
      json_.EndArray();
    } else {
      put_record(value);
    }
  }

  template <Described Record>
  void put_record(const Record& record) {
    json_.StartObject();
    for_each_field<Record>([&](const auto& field) {
      put_key(field.key);
      put(std::invoke(field.get, record));
    });
    if constexpr (ends_in_context<Record>) put_context(record.diagnostic.context);
    json_.EndObject();
  }

  /// A finding's details, in the order of the table of keys.
  void put_context(const std::vector<finding::Context>& details) {
    for (const finding::ContextKey& known : finding::context_keys) {
      for (const finding::Context& detail : details) {
        if (detail.key != known.key) continue;
        put_key(known.key);
        std::visit([&](const auto& held) { put(held); }, detail.value);
        break;  // A key stands once.
      }
    }
  }

  std::string& out_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

}  // namespace

void write_findings_json(const Findings& findings, std::string& out) {
  RecordWriter(out).write_lines(findings);
}

void write_findings_jsonl(const Findings& findings, std::string& out) {
  RecordWriter writer(out);
  for (const Finding& finding : findings.findings) {
    writer.write(finding);
    writer.end_line();
  }
}

}  // namespace acta::format
