// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/row_counter.hpp"
#include "indexer/index/snapshot.hpp"
#include "searchd/search/match_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace palermo {

/// Some rows of one segment, all of them shown, ready to be counted under several dimensions. Of more than half of all rows the others are
/// counted instead, for of all together the counts are known. The snapshot must outlive it.
class RowsToCount {
public:
    RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows);

    /// `counts` has an element for each of the dimension's values.
    void count(Dimension dimension, DimensionCounts& counts);

    [[nodiscard]] std::size_t size() const { return count_; }
    /// The rows themselves; nothing where the others are counted.
    [[nodiscard]] RowCounter* counter() { return is_rest_ ? nullptr : &counter_; }

private:
    RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows, std::size_t count);

    const Snapshot& snapshot_;
    std::size_t segment_;
    std::size_t count_;
    bool is_rest_;
    RowCounter counter_;
};

/// How many of some rows each value of a dimension has; each dimension is counted once, when it is first asked for. One thread's; the
/// snapshot and the rows must outlive it.
class DimensionCounter {
public:
    DimensionCounter(const Snapshot& snapshot, const SnapshotRows& rows);

    [[nodiscard]] const DimensionCounts& of(Dimension dimension);

    [[nodiscard]] std::size_t segment_count() const { return segments_.size(); }
    /// How many cases there are.
    [[nodiscard]] std::size_t size() const;
    /// The rows of a segment.
    [[nodiscard]] RowCounter& rows(std::size_t segment);

private:
    const Snapshot& snapshot_;
    const SnapshotRows& rows_;
    std::vector<RowsToCount> segments_;
    std::vector<std::optional<RowCounter>> counters_;  ///< by segment, where it is the others that segments_ counts and somebody asked
    PerDimension<std::optional<DimensionCounts>> counts_;
};

}  // namespace palermo
