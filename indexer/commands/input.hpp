// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/load/record_source.hpp"

#include <string>
#include <vector>

namespace palermo::commands {

struct Input {
    std::vector<RecordSource> sources;
    Diagnostics diagnostics;  ///< paths that lead nowhere
};

/// What the paths of a command line mean; "-" is one record on standard input.
[[nodiscard]] Input collect_input(const std::vector<std::string>& paths);

}  // namespace palermo::commands
