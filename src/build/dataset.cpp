#include "build/dataset.hpp"

#include <cerrno>
#include <deque>
#include <exception>
#include <fcntl.h>
#include <future>
#include <memory>
#include <optional>
#include <unistd.h>
#include <utility>

#include "build/failure.hpp"
#include "format/read.hpp"
#include "format/rows.hpp"
#include "format/sqlite.hpp"

namespace acta::build {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

constexpr std::string_view sqlite_name = "acta.sqlite";

/// A growing file in the work folder.
class Growing {
 public:
  explicit Growing(std::string path)
      : path_(std::move(path)),
        file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (file_.number() < 0) fail();
  }

  void add(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= buffer_size) flush();
  }

  void finish() {
    flush();
    if (::fsync(file_.number()) != 0) fail();
  }

 private:
  void flush() {
    for (std::string_view left = buffer_; !left.empty();) {
      const ssize_t count = ::write(file_.number(), left.data(), left.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail();
      left.remove_prefix(static_cast<std::size_t>(count));
    }
    buffer_.clear();
  }

  [[noreturn]] void fail() const { throw Failure::of(path_, "cannot be written", errno); }

  std::string path_;
  Descriptor file_;
  std::string buffer_;
};

/// What one article adds to the files.
struct Piece {
  football::Season season;
  std::vector<std::string> ndjson;  ///< By table.
  std::vector<std::string> csv;
};

Piece make_piece(const std::string& path, const std::string& slug, const Formats& formats) {
  std::string json;
  try {
    json = read_whole(path);
  } catch (const SourceFailure& failure) {
    throw BuildError(path + ": " + failure.what());
  }
  std::optional<football::Season> season = format::read_season(json);
  if (!season) throw BuildError(path + ": is not as acta wrote it; --force makes it anew");
  Piece piece{std::move(*season), {}, {}};
  const std::vector<format::Table>& tables = format::tables();
  piece.ndjson.resize(tables.size());
  piece.csv.resize(tables.size());
  if (!formats.ndjson && !formats.csv) return piece;
  format::for_each_row(piece.season, slug,
                       [&](std::size_t table, std::span<const format::Cell> cells) {
                         if (formats.ndjson)
                           format::append_ndjson(tables[table], cells, piece.ndjson[table]);
                         if (formats.csv)
                           format::append_csv(cells, piece.csv[table], formats.guard_csv);
                       });
  return piece;
}

/// The files in the making.
class Files {
 public:
  Files(const Folders& folders, const Formats& formats) : folders_(folders), formats_(formats) {
    for (const format::Table& table : format::tables()) {
      if (formats.ndjson) ndjson_.push_back(open(table.name + ".ndjson"));
      if (!formats.csv) continue;
      csv_.push_back(open(table.name + ".csv"));
      std::string header;
      format::append_csv_header(table, header);
      csv_.back()->add(header);
    }
    if (formats.csv) open("datapackage.json")->add(format::datapackage());
    if (formats.sqlite) {
      names_.emplace_back(sqlite_name);
      const std::string path = folders.work + "/" + names_.back();
      remove_file(path);
      sqlite_ = std::make_unique<format::SqliteWriter>(path);
    }
  }

  void add(const Piece& piece, const std::string& slug) {
    for (std::size_t i = 0; i < ndjson_.size(); ++i) ndjson_[i]->add(piece.ndjson[i]);
    for (std::size_t i = 0; i < csv_.size(); ++i) csv_[i]->add(piece.csv[i]);
    if (sqlite_) sqlite_->add(piece.season, slug);
  }

  /// Syncs all, then puts all in their places.
  std::map<std::string, FileState> finish() {
    for (const std::unique_ptr<Growing>& it : open_) it->finish();
    if (sqlite_) {
      sqlite_->finish();
      sync(folders_.work + "/" + std::string(sqlite_name));
    }
    std::map<std::string, FileState> states;
    for (const std::string& name : names_) {
      const std::string from = folders_.work + "/" + name;
      states[name] = state_of(from).value_or(FileState{});
      rename_file(from, folders_.output + "/" + name);
    }
    sync(folders_.output);
    return states;
  }

 private:
  Growing* open(const std::string& name) {
    names_.push_back(name);
    open_.push_back(std::make_unique<Growing>(folders_.work + "/" + name));
    return open_.back().get();
  }

  const Folders& folders_;
  Formats formats_;
  std::vector<std::string> names_;
  std::vector<std::unique_ptr<Growing>> open_;
  std::vector<Growing*> ndjson_;
  std::vector<Growing*> csv_;
  std::unique_ptr<format::SqliteWriter> sqlite_;
};

}  // namespace

std::map<std::string, FileState> write_dataset(const Folders& folders, const Formats& formats,
                                               const std::vector<Owned>& all, input::Pool& pool) {
  if (!formats.ndjson && !formats.csv && !formats.sqlite) return {};
  const std::size_t ahead = 2 * std::size_t{pool.threads()} + 2;
  // Outlives the tasks, which may still run when one of them has failed.
  std::deque<std::future<Piece>> pending;
  try {
    Files files(folders, formats);
    for (std::size_t next = 0, done = 0; done < all.size(); ++done) {
      for (; next < all.size() && next < done + ahead; ++next) {
        auto task = std::make_shared<std::packaged_task<Piece()>>(
            [&folders, &formats, slug = all[next].entry->slug] {
              return make_piece(folders.article(slug), slug, formats);
            });
        pending.push_back(task->get_future());
        pool.submit([task] { (*task)(); });
      }
      files.add(pending.front().get(), all[done].entry->slug);
      pending.pop_front();
    }
    return files.finish();
  } catch (const format::SqliteError& error) {
    pool.drain();
    throw BuildError(folders.output + "/" + std::string(sqlite_name) +
                     ": cannot be written: " + error.what());
  } catch (...) {
    pool.drain();
    throw;
  }
}

}  // namespace acta::build
