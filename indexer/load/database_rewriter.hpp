// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/merge_input.hpp"

#include <filesystem>
#include <vector>

namespace palermo {

/// Writes the documents of an input that are not erased into new databases, with docids as they were, small enough to be made fast and to
/// be joined; of what is erased no word gets there. Works on all cores. Gives their paths, each `beside` and a number more.
[[nodiscard]] Result<std::vector<std::filesystem::path>> rewrite_database(const MergeInput& input, const std::filesystem::path& beside);

}  // namespace palermo
