#pragma once
/// What in an output folder is a build's own, and what is somebody else's and stays as it is.

#include <string>
#include <vector>

#include "build/articles.hpp"
#include "build/build.hpp"
#include "build/manifest.hpp"
#include "input/sources.hpp"

namespace acta::build {

/// Names of the files that a dataset of these formats has beside its articles.
std::vector<std::string> dataset_files(const Formats& formats);

/// Throws BuildError, before anything is written, where a build into `folders` would mix with what
/// is not acta's: the root of the file system, a folder that holds sources, a file that no manifest
/// lists and that does not look like one of ours, be it by a link.  A dataset that was checked out
/// without its memory is ours.
void expect_own(const Folders& folders, const Formats& formats, const Manifest& before,
                const std::vector<std::string>& arguments,
                const std::vector<input::SourceFile>& files);

/// Notes the names that are about to be written, for the build after one that is killed meanwhile.
void claim_files(const Folders& folders, const Formats& formats);

}  // namespace acta::build
