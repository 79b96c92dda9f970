// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/row_bitmap.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// Rows of a snapshot: a bitmap for each segment, in the order of the manifest.
using SnapshotRows = std::vector<RowBitmap>;

/// The rows that match among those that the generation shows. Posting lists become bitmaps, and bitmaps of what is asked for often are kept
/// with the segment (RowCache); positions are looked at only where all else matches. Throws Xapian's errors and DeadlinePassed.
[[nodiscard]] SnapshotRows match_rows(const WorkerView& view, const MatchTree& tree, Deadline deadline);

[[nodiscard]] std::uint64_t count(const SnapshotRows& rows);

}  // namespace palermo
