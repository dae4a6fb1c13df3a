#pragma once
/// The end of a build or merge: what depends on all articles together.

#include <cstddef>
#include <string>
#include <vector>

#include "build/articles.hpp"
#include "build/build.hpp"
#include "build/manifest.hpp"
#include "input/pool.hpp"

namespace acta::build {

/// The articles of a manifest, and where each came from.
struct Owned {
  const SourceEntry* source = nullptr;
  Entry* entry = nullptr;
};

/// All articles, in the order of their sources.
std::vector<Owned> articles_of(Manifest& manifest);

/// Adds up what the articles hold.
void add_up(const Manifest& manifest, Outcome& outcome);

/// Whether `removed` articles of `total` are more than an edit takes away, or all.
bool shrinks_too_much(std::size_t removed, std::size_t total, std::size_t left);

/// Gives every article of `after` the slug it has to have, so that the first in the order of the
/// sources has its base.  Notes those that share one and did not before.  Throws BuildError.
void settle_slugs(const Folders& folders, const Manifest& before, Manifest& after,
                  Articles* articles, Teller& teller);

/// Whether the files beside the articles are not those of `after`'s formats as `before` left them.
bool is_dataset_stale(const Folders& folders, const Manifest& before, const Manifest& after);

/// Slugs that articles had in `before` and none has in `after`.
std::vector<std::string> left_slugs(const Manifest& before, const Manifest& after);

/// Writes the files of the dataset, removes what `before` had and `after` has not, naming the files
/// beside the articles, and writes the manifest last of all.  Throws BuildError.
void close_build(const Folders& folders, const Manifest& before, Manifest& after, bool write_files,
                 input::Pool& pool, Teller& teller);

}  // namespace acta::build
