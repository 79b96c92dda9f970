// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/merge_input.hpp"

#include <filesystem>
#include <span>

namespace palermo {

/// The text stores of neighbours, one behind the other: blocks are carried over as they are packed, but for those that hold a text of an
/// erased document. There its bytes become zeros, so that every other text stays where it is.
[[nodiscard]] Result<void> merge_texts(std::span<const MergeInput> inputs, const std::filesystem::path& file);

}  // namespace palermo
