// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <span>
#include <string>
#include <vector>

namespace palermo {

struct FoundSources {
    /// Each file once, under the first name that leads to it, those of one directory together and sorted. As text: there may be a million,
    /// and a path object takes much more.
    std::vector<std::string> files;
    Diagnostics diagnostics;  ///< paths that lead nowhere, directories without a record
};

/// The record files that `paths` mean: a file is itself, a directory all *.xml below it (hidden ones left out).
[[nodiscard]] FoundSources find_sources(std::span<const std::string> paths);

/// The paths without those that lead where one before them does. What leads nowhere stays.
[[nodiscard]] std::vector<std::string> without_repeats(std::span<const std::string> paths);

}  // namespace palermo
