#include <algorithm>
#include <cstddef>
#include <string>
#include <thread>
#include <tuple>
#include <utility>

#include "build/articles.hpp"
#include "build/build.hpp"
#include "build/closing.hpp"
#include "build/failure.hpp"
#include "build/manifest.hpp"
#include "build/names.hpp"
#include "build/own.hpp"
#include "input/pool.hpp"

namespace acta::build {
namespace {

/// The memory of one shard's build.
struct Part {
  Folders folders;
  Manifest manifest;
};

std::vector<Part> read_parts(const MergeOptions& options) {
  std::vector<Part> parts;
  for (const std::string& folder : options.shards) {
    Part part{Folders(folder), {}};
    part.manifest = read_manifest(part.folders.memory, record_key());
    if (!part.manifest.complete)
      throw BuildError(folder + ": holds no finished build of a shard; build it to its end first");
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return a.manifest.shard.index < b.manifest.shard.index;
  });
  return parts;
}

/// Throws where the parts are not all shards of one build.
void expect_one_build(const std::vector<Part>& parts) {
  const Manifest& first = parts.front().manifest;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Manifest& it = parts[i].manifest;
    const std::string& folder = parts[i].folders.output;
    if (it.key != record_key())
      throw BuildError(folder + ": was built by another version of acta (" + it.key + ")");
    if (it.shard.count != parts.size() || it.shard.index != i + 1) {
      throw BuildError(folder + ": is shard " + std::to_string(it.shard.index) + " of " +
                       std::to_string(it.shard.count) + ", and shard " + std::to_string(i + 1) +
                       " of " + std::to_string(parts.size()) + " was expected among the " +
                       std::to_string(parts.size()) + " folders given");
    }
    const auto same = [](const SourceEntry& a, const SourceEntry& b) {
      return a.path == b.path && a.file == b.file;
    };
    if (it.selection != first.selection || !(it.formats == first.formats) ||
        !std::equal(it.sources.begin(), it.sources.end(), first.sources.begin(),
                    first.sources.end(), same))
      throw BuildError(folder + ": was built from other sources or with other options than " +
                       parts.front().folders.output);
  }
}

/// All articles of the parts, each source's in its own order, and the folder that has each.
Manifest join(std::vector<Part>& parts, std::vector<const Folders*>& homes) {
  struct Article {
    Entry entry;
    const Folders* home;
  };

  Manifest all = parts.front().manifest;
  all.shard = {};
  all.files.clear();
  for (std::size_t i = 0; i < all.sources.size(); ++i) {
    std::vector<Article> articles;
    for (Part& part : parts) {
      for (Entry& entry : part.manifest.sources[i].articles) {
        articles.push_back({entry, &part.folders});
      }
    }
    std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) {
      return std::tie(a.entry.number, a.entry.name) < std::tie(b.entry.number, b.entry.name);
    });
    all.sources[i].articles.clear();
    for (Article& it : articles) {
      all.sources[i].articles.push_back(std::move(it.entry));
      homes.push_back(it.home);
    }
  }
  return all;
}

/// Copies the records to the work folder, named by their number, and says where they belong.
void copy(const Folders& folders, Manifest& all, const std::vector<const Folders*>& homes,
          Teller& teller) {
  const std::vector<Owned> articles = articles_of(all);
  Slugs slugs;
  std::vector<std::pair<std::string, std::string>> moves;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (teller.stop()) throw BuildError(folders.output + ": the merge was interrupted");
    Entry& entry = *articles[i].entry;
    const std::string from = homes[i]->article(entry.slug);
    std::string json;
    try {
      json = read_whole(from);
    } catch (const SourceFailure& failure) {
      throw BuildError(from + ": " + failure.what());
    }
    if (json.size() != entry.json.size) throw BuildError(from + ": was changed after its build");
    const std::string work = folders.work + "/" + std::to_string(i);
    entry.json = write_file(work, json, false);
    entry.slug = slugs.take(entry.base);
    moves.emplace_back(work, folders.article(entry.slug));
  }
  sync_all(folders.work);
  for (const auto& [from, to] : moves) rename_file(from, to);
  sync(folders.articles);
}

}  // namespace

Outcome merge(const MergeOptions& options, const Observer& observer) {
  if (options.shards.empty()) throw BuildError("no shards to merge");
  Teller teller(observer);
  std::vector<Part> parts = read_parts(options);
  expect_one_build(parts);
  const Folders folders(options.output);
  expect_own(folders, parts.front().manifest.formats, read_manifest(folders.memory, record_key()),
             options.shards, {});
  make_folder(folders.articles);
  make_folder(folders.work);
  const Lock lock(folders.memory + "/lock");
  const Manifest before = read_manifest(folders.memory, record_key());
  std::vector<const Folders*> homes;
  Manifest all = join(parts, homes);
  copy(folders, all, homes, teller);

  Outcome outcome;
  add_up(all, outcome);
  outcome.added = outcome.articles;
  outcome.dataset_changed = true;
  const unsigned jobs =
      options.mode.jobs > 0 ? options.mode.jobs : std::max(1U, std::thread::hardware_concurrency());
  input::Pool pool(jobs);
  close_build(folders, before, all, true, pool, teller);
  return outcome;
}

}  // namespace acta::build
