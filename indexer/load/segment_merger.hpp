// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// A segment that is read, sealed or just built.
struct MergeInput {
    std::filesystem::path directory;
    std::uint32_t first_docid = 0;
    std::uint32_t last_docid = 0;       ///< inclusive
    std::vector<std::uint32_t> erased;  ///< docids that are not carried over, ascending: no word and no text of them is left
};

/// Joins neighbours, whose docid ranges ascend, into one new sealed segment: written out of every reader's sight, flushed to the disk, then
/// moved to its name. Docids stay. The inputs stay too.
[[nodiscard]] Result<SegmentEntry> merge_segments(const IndexDirectory& directory, std::span<const MergeInput> inputs,
                                                  const std::string& new_id);

}  // namespace palermo
