#include "build/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "build/failure.hpp"

namespace acta::build {
namespace {

constexpr std::string_view first_line = "acta-manifest\t1\n";

/// Ends each line of the journal, so that one cut short by a kill is known.
constexpr std::string_view line_end = ".";

/// Fields hold any bytes but those that separate.
void append_field(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "%09";
        break;
      case '\n':
        out += "%0A";
        break;
      case '%':
        out += "%25";
        break;
      default:
        out += c;
    }
  }
  out += '\t';
}

void append_number(std::string& out, std::uint64_t number) {
  out += std::to_string(number);
  out += '\t';
}

void end_line(std::string& out) { out.back() = '\n'; }

/// Takes a line apart.
class Fields {
 public:
  explicit Fields(std::string_view line) : rest_(line) {}

  bool empty() const { return done_; }

  std::string text() {
    const std::string_view field = take();
    std::string out;
    for (std::size_t i = 0; i < field.size(); ++i) {
      if (field[i] != '%') {
        out += field[i];
        continue;
      }
      const std::string_view code = field.substr(i + 1, 2);
      out += code == "09" ? '\t' : code == "0A" ? '\n' : '%';
      i += 2;
    }
    return out;
  }

  std::uint64_t number() {
    const std::string_view field = take();
    std::uint64_t value = 0;
    const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), value);
    good_ = good_ && failure == std::errc() && end == field.data() + field.size();
    return value;
  }

  FileState state() {
    const std::uint64_t size = number();
    return {size, static_cast<std::int64_t>(number())};
  }

  /// Whether everything asked for was there.
  bool good() const { return good_; }

 private:
  std::string_view take() {
    if (done_) good_ = false;
    const std::size_t end = rest_.find('\t');
    const std::string_view field = rest_.substr(0, end);
    done_ = end == std::string_view::npos;
    rest_ = done_ ? std::string_view() : rest_.substr(end + 1);
    return field;
  }

  std::string_view rest_;
  bool done_ = false;
  bool good_ = true;
};

void append_state(std::string& out, const FileState& state) {
  append_number(out, state.size);
  append_number(out, static_cast<std::uint64_t>(state.time));
}

void append_entry(std::string& out, const Entry& entry) {
  append_field(out, entry.name);
  append_number(out, entry.number);
  append_field(out, entry.revision);
  append_field(out, entry.sha256);
  append_field(out, entry.base);
  append_field(out, entry.slug);
  append_state(out, entry.json);
  for (const CountName& it : count_names) append_number(out, entry.counts.*it.count);
  for (const std::uint64_t it : entry.severities) append_number(out, it);
  for (const Dependency& it : entry.dependencies) {
    append_field(out, it.title);
    append_field(out, it.sha256);
  }
  end_line(out);
}

Entry read_entry(Fields& fields) {
  Entry entry;
  entry.name = fields.text();
  entry.number = fields.number();
  entry.revision = fields.text();
  entry.sha256 = fields.text();
  entry.base = fields.text();
  entry.slug = fields.text();
  entry.json = fields.state();
  for (const CountName& it : count_names) entry.counts.*it.count = fields.number();
  for (std::uint64_t& it : entry.severities) it = fields.number();
  while (fields.good() && !fields.empty()) {
    std::string title = fields.text();
    entry.dependencies.push_back({std::move(title), fields.text()});
  }
  return entry;
}

/// Calls `visit` with each whole line; what follows the last newline was never finished.
template <class Visit>
void for_each_line(std::string_view bytes, Visit visit) {
  for (std::size_t end = 0; (end = bytes.find('\n')) != std::string_view::npos;) {
    visit(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
}

void read_line(Fields fields, Manifest& manifest) {
  const std::string kind = fields.text();
  if (kind == "key") {
    manifest.key = fields.text();
    manifest.selection = fields.text();
    manifest.shard.index = static_cast<unsigned>(fields.number());
    manifest.shard.count = static_cast<unsigned>(fields.number());
    const std::uint64_t formats = fields.number();
    manifest.formats = {(formats & 1U) != 0, (formats & 2U) != 0, (formats & 4U) != 0,
                        (formats & 8U) != 0};
  } else if (kind == "source") {
    SourceEntry source;
    source.path = fields.text();
    source.state = fields.state();
    if (!fields.empty()) source.file = fields.text();
    manifest.sources.push_back(std::move(source));
  } else if (kind == "article" && !manifest.sources.empty()) {
    manifest.sources.back().articles.push_back(read_entry(fields));
  } else if (kind == "unfinished") {
    manifest.complete = false;
  } else if (kind == "left") {
    manifest.left_slugs.push_back(fields.text());
  } else if (kind == "file") {
    std::string name = fields.text();
    manifest.files[std::move(name)] = fields.state();
  }
  if (!fields.good()) throw BuildError("is damaged; remove it to build anew");
}

/// Lays the articles of the journal over those of the manifest.
void read_journal(std::string_view bytes, const std::string& key, Manifest& manifest) {
  std::unordered_map<std::string, std::size_t> sources;
  for (std::size_t i = 0; i < manifest.sources.size(); ++i) sources[manifest.sources[i].path] = i;
  bool current = false;
  for_each_line(bytes, [&](std::string_view line) {
    if (line.starts_with('\t')) {
      Fields fields(line.substr(1));
      current = fields.text() == key;
      return;
    }
    if (!line.ends_with(line_end)) return;
    line.remove_suffix(1 + line_end.size());
    Fields fields(line);
    const std::string path = fields.text();
    Entry entry = read_entry(fields);
    if (!fields.good()) return;
    entry.current = current;
    const auto [it, is_new] = sources.emplace(path, manifest.sources.size());
    if (is_new) manifest.sources.push_back({path, std::nullopt, {}, {}});
    SourceEntry& source = manifest.sources[it->second];
    source.state = {};
    const auto same = [&](const Entry& other) { return other.name == entry.name; };
    const auto old = std::find_if(source.articles.begin(), source.articles.end(), same);
    if (old == source.articles.end()) {
      source.articles.push_back(std::move(entry));
    } else {
      if (old->slug != entry.slug) manifest.left_slugs.push_back(old->slug);
      *old = std::move(entry);
    }
  });
}

std::string read_or_empty(const std::string& path) {
  if (!state_of(path)) return {};
  try {
    return read_whole(path, std::size_t{4} << 30U);
  } catch (const SourceFailure& failure) {
    throw BuildError(failure.what());
  }
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  std::string out(first_line);
  append_field(out, "key");
  append_field(out, manifest.key);
  append_field(out, manifest.selection);
  append_number(out, manifest.shard.index);
  append_number(out, manifest.shard.count);
  const Formats& formats = manifest.formats;
  append_number(out, (formats.ndjson ? 1U : 0U) | (formats.csv ? 2U : 0U) |
                         (formats.sqlite ? 4U : 0U) | (formats.guard_csv ? 8U : 0U));
  end_line(out);
  for (const SourceEntry& source : manifest.sources) {
    append_field(out, "source");
    append_field(out, source.path);
    append_state(out, source.state);
    if (source.file) append_field(out, *source.file);
    end_line(out);
    for (const Entry& entry : source.articles) {
      append_field(out, "article");
      append_entry(out, entry);
    }
  }
  for (const auto& [name, state] : manifest.files) {
    append_field(out, "file");
    append_field(out, name);
    append_state(out, state);
    end_line(out);
  }
  for (const std::string& slug : manifest.left_slugs) {
    append_field(out, "left");
    append_field(out, slug);
    end_line(out);
  }
  if (!manifest.complete) out += "unfinished\n";
  return out;
}

std::string journal_line(const std::string& path, const Entry& entry) {
  std::string out;
  append_field(out, path);
  append_entry(out, entry);
  out.back() = '\t';
  return out.append(line_end).append("\n");
}

Manifest parse_manifest(std::string_view bytes, std::string_view journal, const std::string& key) {
  Manifest manifest;
  if (!bytes.empty()) {
    if (!bytes.starts_with(first_line))
      throw BuildError("was not written by this version of acta; remove it to build anew");
    manifest.complete = true;
    for_each_line(bytes.substr(first_line.size()),
                  [&](std::string_view line) { read_line(Fields(line), manifest); });
  }
  for (SourceEntry& source : manifest.sources) {
    for (Entry& entry : source.articles) entry.current = manifest.key == key;
  }
  if (!journal.empty()) {
    manifest.complete = false;
    read_journal(journal, key, manifest);
  }
  return manifest;
}

Manifest read_manifest(const std::string& memory, const std::string& key) {
  const std::string path = memory + "/manifest";
  try {
    return parse_manifest(read_or_empty(path), read_or_empty(memory + "/journal"), key);
  } catch (const BuildError& error) {
    throw BuildError(path + ": " + error.what());
  }
}

}  // namespace acta::build
