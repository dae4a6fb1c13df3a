#include "build/dataset.hpp"

namespace acta::build {

std::map<std::string, FileState> write_dataset(const Folders&, const Formats&,
                                               const std::vector<Owned>&, Pool&, Teller&) {
  return {};
}

}  // namespace acta::build
