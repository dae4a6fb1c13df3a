#pragma once
/// Text as it may stand in a line that people read: in a terminal, in the log of a service.

#include <string>
#include <string_view>

namespace acta::finding {

/// `text` with its control characters written out: a newline as "\n", an escape as "\x1B", those of
/// U+0080 to U+009F and those that turn the direction of writing as "\u202E".  Articles and names
/// of files may hold any; none of them may end a line or steer a terminal.
std::string visible(std::string_view text);

}  // namespace acta::finding
