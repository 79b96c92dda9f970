// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

namespace palermo {

/// "palermo-searchd find --index DIR QUERY...": one search without a daemon. `argv[0]` is the word "find". The ids of all matching cases go
/// to `out`, one a line in the order of the results; how the query was read, and what is wrong, to `err`. Gives the exit code.
[[nodiscard]] int run_find(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace palermo
