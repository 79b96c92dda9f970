// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/match_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace palermo {

/// Some rows of one segment, all of them shown, ready to be counted under several dimensions.
class RowsToCount {
public:
    RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows);

    /// `counts` has an element for each of the dimension's values.
    void count(Dimension dimension, DimensionCounts& counts) const;

private:
    const Snapshot& snapshot_;
    std::size_t segment_;
    bool is_rest_ = false;
    std::vector<std::uint32_t> numbers_;
};

/// How many of some rows each value of a dimension has; each dimension is counted once, when it is first asked for.
class DimensionCounter {
public:
    DimensionCounter(const Snapshot& snapshot, const SnapshotRows& rows);

    [[nodiscard]] const DimensionCounts& of(Dimension dimension);

private:
    const Snapshot& snapshot_;
    std::vector<RowsToCount> segments_;
    PerDimension<std::optional<DimensionCounts>> counts_;
};

}  // namespace palermo
