#include <utility>

#include "acta.hpp"
#include "commands.hpp"
#include "guard.hpp"
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
      : output_(output),
        options_(options),
        array_(options.format == Records::json && !single),
        may_grow_(options.format == Records::json && single) {}

  /// Adds the record `json`.  One file is one object, unless it turns out to hold several.
  void add(std::string json) {
    if (may_grow_ && count_ == 0) {
      first_ = std::move(json);
    } else if (may_grow_ && count_ == 1) {
      array_ = true;
      count_ = 0;
      may_grow_ = false;
      add(std::move(first_));
      add(std::move(json));
      return;
    } else if (!array_) {
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
    if (!array_) {
      if (may_grow_ && count_ == 1) output_.write(first_ + "\n");
      return;
    }
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
  bool may_grow_;
  std::string first_;
  std::size_t count_ = 0;
};

/// Reads files and adds the record of each of their articles.
class Run {
 public:
  Run(const ExtractOptions& options, const Inputs& inputs, Output& output)
      : options_(options),
        pages_(options.pages, inputs.files),
        reader_(options.selection, pages_.pages()),
        writer_(options, inputs.single, output) {
    tally_.without_record = inputs.unread;
  }

  void read(const input::SourceFile& file) {
    input::InOrder::Visits visits;
    visits.article = [&](input::Article article) { extract(file, std::move(article)); };
    visits.fail = [&](std::string_view name, std::string_view why) {
      complain(shown(file, name), why);
      ++tally_.without_record;
    };
    reader_.read(file, visits);
  }

  Writer& writer() { return writer_; }

  const Tally& tally() const { return tally_; }

 private:
  void extract(const input::SourceFile& file, input::Article article) {
    const std::string subject = shown(file, article.name);
    const bool is_file = article.name.empty();
    const Result result = convert(std::move(article.text), article.options);
    print_findings(subject, result.season, pages_);
    if (is_file) tally_.look_for_records(file, result);
    std::string json;
    format::write_json(result.season, options_.layout, json);
    if (options_.validate) {
      if (const auto violation = format::validate(json)) {
        complain(subject, "the record breaks the schema and is left out: at " + violation->pointer +
                              ": " + violation->message);
        ++tally_.without_record;
        return;
      }
    }
    writer_.add(std::move(json));
    tally_.add(result);
  }

  const ExtractOptions& options_;
  PageFolders pages_;
  input::InOrder reader_;
  Writer writer_;
  Tally tally_;
};

}  // namespace

int extract(const ExtractOptions& options) {
  const Inputs inputs = find_inputs(options.files, options.form);
  Guard guard;
  for (const input::SourceFile& file : inputs.files) guard.add(file.path);
  guard.expect_own(options.output, Writes::seasons);
  Output output(options.output);
  Run run(options, inputs, output);
  for (const input::SourceFile& file : inputs.files) run.read(file);
  const Tally& tally = run.tally();
  // A file that holds an earlier result is not replaced by nothing.
  if (tally.articles > 0 || !options.output) {
    run.writer().close();
    output.finish();
  }
  print_summary(tally);
  if (tally.has_failed()) return exit_failed;
  return tally.fails(options.fail_level) ? exit_findings : exit_clean;
}

}  // namespace acta::tool
