// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/merge_input.hpp"

#include <cstdint>
#include <filesystem>
#include <span>

namespace palermo {

/// The databases of neighbours compacted into one, docids kept, without what is erased. Gives the length of all its documents in words.
[[nodiscard]] Result<std::uint64_t> merge_databases(std::span<const MergeInput> inputs, const std::filesystem::path& target);

}  // namespace palermo
