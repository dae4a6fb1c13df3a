#include <utility>

#include "acta.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "pages.hpp"

namespace acta::tool {
namespace {

/// Writes records one by one as the format wants them, so that a thousand articles need the memory
/// of one.
class Writer {
 public:
  Writer(const ExtractOptions& options, bool single, Output& output)
      : output_(output), options_(options), array_(options.format == Records::json && !single) {}

  /// Adds the record `json`.
  void add(const std::string& json) {
    if (!array_) {
      output_.write(json);
      output_.write("\n");
    } else if (options_.layout == format::Layout::compact) {
      output_.write(count_ == 0 ? "[" : ",");
      output_.write(json);
    } else {
      output_.write(count_ == 0 ? "[\n" : ",\n");
      write_indented(json);
    }
    ++count_;
  }

  /// Ends the array, if there is one.
  void close() {
    if (!array_) return;
    if (count_ == 0) output_.write("[");
    output_.write(count_ > 0 && options_.layout == format::Layout::pretty ? "\n]\n" : "]\n");
  }

 private:
  /// A newline inside JSON is always layout, never part of a string.
  void write_indented(std::string_view json) {
    while (!json.empty()) {
      const std::size_t end = json.find('\n');
      const std::size_t size = end == std::string_view::npos ? json.size() : end + 1;
      output_.write("  ");
      output_.write(json.substr(0, size));
      json.remove_prefix(size);
    }
  }

  Output& output_;
  const ExtractOptions& options_;
  bool array_;
  std::size_t count_ = 0;
};

/// Converts one article and adds its record; false when there is none.
bool extract_one(const Input& input, const ExtractOptions& options, const PageFolders& pages,
                 Writer& writer, Tally& tally) {
  Content content = read_article(input);
  if (!content.bytes) {
    complain(input.shown(), content.failure);
    return false;
  }
  if (const std::string_view why = not_text(*content.bytes); !why.empty()) {
    complain(input.shown(), why);
  }
  const std::optional<football::Form> form =
      options.form ? options.form : form_of_extension(input.path);
  const Result result = convert(std::move(*content.bytes),
                                {.file = input.file, .form = form, .pages = pages.pages()});
  print_findings(input.shown(), result.season, pages);

  std::string json;
  format::write_json(result.season, options.layout, json);
  if (options.validate) {
    if (const auto violation = format::validate(json)) {
      complain(input.shown(), "the record breaks the schema and is left out: at " +
                                  violation->pointer + ": " + violation->message);
      return false;
    }
  }
  writer.add(json);
  tally.add(result);
  return true;
}

}  // namespace

int extract(const ExtractOptions& options) {
  Output output(options.output);
  const Inputs inputs = find_inputs(options.files);
  const PageFolders pages(options.pages);
  Tally tally;
  tally.without_record = inputs.unread;
  Writer writer(options, inputs.single, output);
  for (const Input& input : inputs.articles) {
    if (!extract_one(input, options, pages, writer, tally)) ++tally.without_record;
  }
  // A file that holds an earlier result is not replaced by nothing.
  if (tally.articles > 0 || !options.output) {
    writer.close();
    output.finish();
  }
  print_summary(tally);
  if (tally.without_record > 0) return exit_failed;
  return tally.fails(options.fail_level) ? exit_findings : exit_clean;
}

}  // namespace acta::tool
