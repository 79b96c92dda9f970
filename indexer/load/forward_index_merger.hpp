// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/merge_input.hpp"

#include <filesystem>
#include <span>

namespace palermo {

/// Joins the forward indexes of neighbouring segments; of erased documents no word is left.
[[nodiscard]] Result<void> merge_forward_indexes(std::span<const MergeInput> inputs, const std::filesystem::path& file);

}  // namespace palermo
