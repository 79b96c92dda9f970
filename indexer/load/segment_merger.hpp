// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/load/merge_input.hpp"

#include <span>
#include <string>

namespace palermo {

/// Joins neighbours, whose docid ranges ascend, into one new sealed segment: written out of every reader's sight, flushed to the disk, then
/// moved to its name. Docids stay. The inputs stay too.
[[nodiscard]] Result<SegmentEntry> merge_segments(const IndexDirectory& directory, std::span<const MergeInput> inputs,
                                                  const std::string& new_id);

}  // namespace palermo
