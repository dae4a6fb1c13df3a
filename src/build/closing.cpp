#include "build/closing.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "build/dataset.hpp"
#include "build/names.hpp"
#include "build/own.hpp"

namespace acta::build {

std::vector<Owned> articles_of(Manifest& manifest) {
  std::vector<Owned> all;
  for (SourceEntry& source : manifest.sources) {
    for (Entry& entry : source.articles) all.push_back({&source, &entry});
  }
  return all;
}

void add_up(const Manifest& manifest, Outcome& outcome) {
  for (const SourceEntry& source : manifest.sources) {
    outcome.articles += source.articles.size();
    for (const Entry& entry : source.articles) {
      for (const CountName& it : count_names) outcome.counts.*it.count += entry.counts.*it.count;
      for (std::size_t i = 0; i < entry.severities.size(); ++i) {
        outcome.severities[i] += entry.severities[i];
      }
    }
  }
}

bool shrinks_too_much(std::size_t removed, std::size_t total, std::size_t left) {
  constexpr std::size_t always_fine = 10;
  if (removed == 0) return false;
  return left == 0 || (removed > always_fine && removed * 10 > total);
}

void settle_slugs(const Folders& folders, const Manifest& before, Manifest& after,
                  Articles* articles, Teller& teller) {
  struct Move {
    Entry* entry;
    std::string slug;
  };

  Slugs slugs;
  std::vector<Move> moves;
  std::unordered_map<std::string, std::string> owners;
  std::unordered_set<std::string_view> known;
  for (const SourceEntry& source : before.sources) {
    for (const Entry& it : source.articles) known.insert(it.slug);
  }
  for (const Owned& it : articles_of(after)) {
    std::string slug = slugs.take(it.entry->base);
    const std::string article =
        it.source->path + (it.entry->name.empty() ? "" : "#" + it.entry->name);
    if (slug == it.entry->base) {
      owners.emplace(slug, article);
    } else if (!known.contains(slug)) {
      teller.message(article, "is written to " + slug + ".json, as " + owners[it.entry->base] +
                                  " has the same name");
    }
    if (slug != it.entry->slug) moves.push_back({it.entry, std::move(slug)});
  }
  std::string lines;
  for (const Move& it : moves) {
    rename_file(folders.article(it.entry->slug), folders.work + "/" + it.slug);
    it.entry->slug = it.slug;
  }
  if (articles != nullptr && !moves.empty()) {
    for (const Owned& it : articles_of(after)) {
      const auto moved = [&](const Move& move) { return move.entry == it.entry; };
      if (std::any_of(moves.begin(), moves.end(), moved))
        lines += journal_line(it.source->path, *it.entry);
    }
    articles->write_journal(lines);
  }
  for (const Move& it : moves) {
    rename_file(folders.work + "/" + it.slug, folders.article(it.slug));
  }
}

bool is_dataset_stale(const Folders& folders, const Manifest& before, const Manifest& after) {
  if (!before.complete || !(before.formats == after.formats) || before.key != after.key)
    return true;
  return std::any_of(before.files.begin(), before.files.end(), [&](const auto& it) {
    return state_of(folders.output + "/" + it.first) != it.second;
  });
}

std::vector<std::string> left_slugs(const Manifest& before, const Manifest& after) {
  std::unordered_set<std::string_view> slugs;
  for (const SourceEntry& source : after.sources) {
    for (const Entry& it : source.articles) slugs.insert(it.slug);
  }
  std::vector<std::string> left;
  const auto look = [&](const std::string& slug) {
    if (!slug.empty() && !slugs.contains(slug)) left.push_back(slug);
  };
  for (const SourceEntry& source : before.sources) {
    for (const Entry& it : source.articles) look(it.slug);
  }
  for (const std::string& it : before.left_slugs) look(it);
  return left;
}

void close_build(const Folders& folders, const Manifest& before, Manifest& after, bool write_files,
                 input::Pool& pool, Teller& teller) {
  if (write_files) {
    std::vector<Owned> all = articles_of(after);
    std::sort(all.begin(), all.end(),
              [](const Owned& a, const Owned& b) { return a.entry->slug < b.entry->slug; });
    claim_files(folders, after.formats);
    after.files = write_dataset(folders, after.formats, all, pool);
  } else {
    after.files = before.files;
  }
  for (const std::string& it : left_slugs(before, after)) remove_file(folders.article(it));
  for (const auto& [name, state] : before.files) {
    if (after.files.contains(name)) continue;
    remove_file(folders.output + "/" + name);
    teller.message(folders.output + "/" + name, "removed, as its format was not asked for");
  }
  sync(folders.articles);
  replace_file(folders.memory + "/manifest", write_manifest(after));
  remove_file(folders.memory + "/journal");
  remove_file(folders.memory + "/files");
}

}  // namespace acta::build
