#include "build/pages.hpp"

#include <cerrno>
#include <cstdlib>
#include <unistd.h>
#include <utility>

#include "build/failure.hpp"
#include "wiki/dump.hpp"
#include "wiki/title.hpp"

namespace acta::build {

Spool::Spool(const std::string& folder) : folder_(folder) {
  std::string name = folder + "/spool.XXXXXX";
  file_ = Descriptor(::mkostemp(name.data(), 0));
  if (file_.number() < 0) throw Failure::of(folder, "cannot be written", errno);
  ::unlink(name.c_str());
}

Spool::Place Spool::add(std::string_view text) {
  const std::lock_guard lock(mutex_);
  const Place place{size_, text.size()};
  while (!text.empty()) {
    const ssize_t count =
        ::pwrite(file_.number(), text.data(), text.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Failure::of(folder_, "cannot be written", errno);
    size_ += static_cast<std::uint64_t>(count);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return place;
}

std::string Spool::text(const Place& place) const {
  std::string text(place.size, '\0');
  for (std::size_t used = 0; used < text.size();) {
    const ssize_t count = ::pread(file_.number(), text.data() + used, text.size() - used,
                                  static_cast<off_t>(place.offset + used));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw Failure::of(folder_, "cannot be read", errno);
    used += static_cast<std::size_t>(count);
  }
  return text;
}

void PageStore::add(std::string_view title, std::string_view text, bool escaped) {
  const Kept kept{spool_.add(text), escaped};
  const std::lock_guard lock(mutex_);
  pages_.insert_or_assign(wiki::normalize_title(title), kept);
}

std::optional<std::string> PageStore::find(std::string_view title) const {
  Kept kept;
  {
    const std::lock_guard lock(mutex_);
    const auto found = pages_.find(wiki::normalize_title(title));
    if (found == pages_.end()) return std::nullopt;
    kept = found->second;
  }
  std::string text = spool_.text(kept.place);
  return kept.escaped ? wiki::unescape(text) : text;
}

}  // namespace acta::build
