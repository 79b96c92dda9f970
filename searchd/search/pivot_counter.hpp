// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/count_tables.hpp"
#include "searchd/search/match_rows.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace palermo {

/// Cases by what they are on all sides together, and on each side alone.
struct PivotCounts {
    std::vector<std::vector<std::string>> ids;        ///< of each side; the last is not_recorded
    std::vector<std::vector<std::uint64_t>> margins;  ///< of each side, by place in its ids
    /// Cells with a case, ascending. A cell's number is that of its places in mixed radix, those of the last side running fastest.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> cells;

    [[nodiscard]] PivotPlaces places(std::uint64_t cell) const;
};

/// Rows are counted by the sets that they have, and each combination of sets is looked into once.
[[nodiscard]] PivotCounts count_pivot(const Snapshot& snapshot, const SnapshotRows& rows, const Pivot& pivot);

}  // namespace palermo
