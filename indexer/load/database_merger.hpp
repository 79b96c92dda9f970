// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/merge_input.hpp"

#include <cstdint>
#include <filesystem>
#include <span>

namespace palermo {

struct MergedDatabase {
    std::uint64_t documents = 0;
    std::uint64_t words = 0;  ///< the length of all of them
};

/// The databases of neighbours compacted into one, docids kept, without what is erased.
[[nodiscard]] Result<MergedDatabase> merge_databases(std::span<const MergeInput> inputs, const std::filesystem::path& target);

}  // namespace palermo
