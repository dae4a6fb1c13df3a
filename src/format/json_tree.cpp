#include "format/json_tree.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <utility>
#include <vector>

#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Receives the events of one JSON value and makes the trees of its records.
///
/// RapidJSON says no places, so they are found in the text: a value begins where the blanks, commas
/// and colons after the value before it end.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view json, const rapidjson::MemoryStream& stream,
              const JsonReceiver& receiver)
      : json_(json), stream_(stream), receiver_(receiver), after_(stream.Tell()) {}

  bool Null() { return scalar(JsonKind::null, 0); }

  bool Bool(bool value) { return scalar(JsonKind::boolean, value ? 1 : 0); }

  bool Int(int value) { return scalar(JsonKind::integer, value); }

  bool Uint(unsigned value) { return scalar(JsonKind::integer, value); }

  bool Int64(std::int64_t value) { return scalar(JsonKind::integer, value); }

  bool Uint64(std::uint64_t value) {
    // A number beyond every field's range is as good as one with a fraction.
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (value > static_cast<std::uint64_t>(most)) return scalar(JsonKind::real, 0);
    return scalar(JsonKind::integer, static_cast<std::int64_t>(value));
  }

  bool Double(double) { return scalar(JsonKind::real, 0); }

  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }

  bool String(const char* text, rapidjson::SizeType length, bool) {
    add_text({text, length});
    end_value();
    return true;
  }

  bool Key(const char* text, rapidjson::SizeType length, bool) {
    add_text({text, length});
    return true;
  }

  bool StartObject() { return open(JsonKind::object); }

  bool EndObject(rapidjson::SizeType) { return close(); }

  bool StartArray() {
    if (open_.empty() && !in_array_) {
      in_array_ = true;
      after_ = start_of_value() + 1;
      return true;
    }
    return open(JsonKind::array);
  }

  bool EndArray(rapidjson::SizeType) { return open_.empty() || close(); }

  /// Whether the value is an array of records.
  bool in_array() const { return in_array_; }

  /// Where the nesting was too deep, if it was.
  const std::optional<std::size_t>& too_deep() const { return too_deep_; }

 private:
  std::size_t start_of_value() const {
    const std::size_t start = json_.find_first_not_of(" \t\r\n,:", after_);
    return std::min(start, json_.size());
  }

  JsonNode& add(JsonKind kind) {
    const std::size_t start = start_of_value();
    nodes_.push_back({kind, start, nodes_.size() + 1});
    return nodes_.back();
  }

  bool scalar(JsonKind kind, std::int64_t number) {
    JsonNode& node = add(kind);
    node.number = number;
    const std::size_t end = json_.find_first_of(" \t\r\n,]}", node.offset);
    after_ = std::min(end, json_.size());
    node.text = json_.substr(node.offset, after_ - node.offset);
    end_value();
    return true;
  }

  void add_text(std::string_view text) {
    JsonNode& node = add(JsonKind::text);
    after_ = stream_.Tell();
    // Without escapes the text stands in the JSON as it is.
    node.text = after_ - node.offset == text.size() + 2
                    ? json_.substr(node.offset + 1, text.size())
                    : std::string_view(resolved_.emplace_back(text));
  }

  bool open(JsonKind kind) {
    const std::size_t number = nodes_.size();
    const std::size_t start = add(kind).offset;
    if (open_.size() == deepest_json) {
      too_deep_ = start;
      return false;
    }
    open_.push_back(number);
    after_ = start + 1;
    return true;
  }

  bool close() {
    nodes_[open_.back()].end = nodes_.size();
    open_.pop_back();
    const std::size_t brace = json_.find_first_of("]}", after_);
    after_ = std::min(brace, json_.size() - 1) + 1;
    end_value();
    return true;
  }

  /// Hands a whole record on.
  void end_value() {
    if (!open_.empty()) return;
    receiver_.record(nodes_, in_array_ ? std::optional(count_++) : std::nullopt);
    nodes_.clear();
    resolved_.clear();
  }

  std::string_view json_;
  const rapidjson::MemoryStream& stream_;
  const JsonReceiver& receiver_;
  std::size_t after_;  ///< End of the last token.
  std::vector<JsonNode> nodes_;
  std::deque<std::string> resolved_;  ///< Texts with escapes; they do not move.
  std::vector<std::size_t> open_;     ///< Nodes of the open containers.
  bool in_array_ = false;
  std::size_t count_ = 0;
  std::optional<std::size_t> too_deep_;
};

/// What people write in place of JSON, and what to say of it.
std::string hint(std::string_view json, std::size_t offset) {
  struct Row {
    std::string_view start;
    std::string_view says;
  };

  constexpr auto rows = std::to_array<Row>({
      {"//", "JSON has no comments"},
      {"/*", "JSON has no comments"},
      {"#", "JSON has no comments"},
      {"NaN", "JSON has no NaN"},
      {"-NaN", "JSON has no NaN"},
      {"Infinity", "JSON has no Infinity"},
      {"-Infinity", "JSON has no Infinity"},
      {"'", "JSON has no single quotes"},
      {"]", "a comma has nothing after it"},
      {"}", "a comma has nothing after it"},
  });
  // The parser stops within the word, or after the comma.
  for (const std::size_t back : {0U, 1U, 2U}) {
    if (back > offset) break;
    const std::string_view rest = json.substr(offset - back);
    for (const Row& row : rows) {
      if (rest.starts_with(row.start) && row.start.size() > back) return std::string(row.says);
    }
  }
  return {};
}

std::string sentence(rapidjson::ParseErrorCode code, std::string_view json, std::size_t offset) {
  using namespace rapidjson;
  if (offset < json.size() && json[offset] == '\0') return "a zero byte is no JSON";
  if (offset >= json.size() && code != kParseErrorDocumentEmpty) return "the text ends too early";
  if (std::string said = hint(json, offset); !said.empty()) return said;
  switch (code) {
    case kParseErrorDocumentEmpty:
      return "the text is empty";
    case kParseErrorStringInvalidEncoding:
      return "the bytes are not UTF-8";
    case kParseErrorStringUnicodeSurrogateInvalid:
      return "half of a surrogate pair stands alone";
    default: {
      std::string said = GetParseError_En(code);
      if (!said.empty() && said.back() == '.') said.pop_back();
      if (!said.empty() && said.front() >= 'A' && said.front() <= 'Z') said.front() |= 0x20;
      return said;
    }
  }
}

/// Reads one value at the stream's place; false after a fault, or where no text is left.
bool read_value(std::string_view json, rapidjson::MemoryStream& stream,
                const JsonReceiver& receiver) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                             rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseStopWhenDoneFlag;
  TreeBuilder builder(json, stream, receiver);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
  if (result) {
    const std::size_t next = json.find_first_not_of(blanks, stream.Tell());
    if (builder.in_array() && next != std::string_view::npos) {
      receiver.fault({next, "text follows the array"});
      return false;
    }
    return next != std::string_view::npos;
  }
  if (builder.too_deep()) {
    receiver.fault(
        {*builder.too_deep(), "nested deeper than " + std::to_string(deepest_json) + " levels"});
  } else {
    receiver.fault({result.Offset(), sentence(result.Code(), json, result.Offset())});
  }
  if (builder.in_array()) return false;
  const std::size_t next = json.find("\n{", result.Offset());
  if (next == std::string_view::npos) return false;
  stream.src_ = stream.begin_ + next + 1;
  return true;
}

}  // namespace

void read_json(std::string_view json, const JsonReceiver& receiver) {
  if (json.starts_with("\xFF\xFE") || json.starts_with("\xFE\xFF")) {
    receiver.fault({0, "this looks like UTF-16; JSON is UTF-8"});
    return;
  }
  std::size_t start = 0;
  if (json.starts_with("\xEF\xBB\xBF")) {
    receiver.fault({0, "JSON has no byte order mark"});
    start = 3;
  }
  rapidjson::MemoryStream stream(json.data(), json.size());
  stream.src_ += start;
  while (read_value(json, stream, receiver)) {
  }
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  const bool cut = text.size() > longest;
  if (cut) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const std::string terminated(text);
  writer.String(terminated.c_str(), static_cast<rapidjson::SizeType>(terminated.size()));
  std::string result(buffer.GetString(), buffer.GetSize());
  if (cut) result.insert(result.size() - 1, "...");
  return result;
}

std::string described(const JsonNode& node) {
  switch (node.kind) {
    case JsonKind::object:
      return "an object";
    case JsonKind::array:
      return "an array";
    case JsonKind::text:
      return quoted(node.text);
    default:
      return std::string(node.text);
  }
}

}  // namespace acta::format
