// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace palermo {

/// A new segment from neighbouring ones, without the documents in `erased` (library-wide docids): how segments are merged, and how records
/// that changed or went leave an immutable segment. Docids stay as they are; texts of erased documents are gone from the new segment. At
/// least one document must be left.
[[nodiscard]] Result<SegmentEntry> rewrite_segments(const IndexDirectory& directory, std::span<const SegmentEntry> neighbours,
                                                    std::span<const std::uint32_t> erased, const std::string& new_id);

}  // namespace palermo
