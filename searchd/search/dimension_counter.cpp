// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/dimension_counter.hpp"

namespace palermo {

RowsToCount::RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows) : snapshot_(snapshot), segment_(segment) {
    // Of everything the counts are known, so of more than half of it the rest is counted.
    is_rest_ = rows.count() > snapshot.live_count(segment) / 2;
    if (is_rest_) {
        auto rest = snapshot.live(segment);
        numbers_ = numbers_of(rest -= rows);
    } else {
        numbers_ = numbers_of(rows);
    }
}

void RowsToCount::count(Dimension dimension, DimensionCounts& counts) const {
    const auto& read = snapshot_.dimension(segment_, dimension);
    if (!is_rest_) return count_rows(snapshot_.columns(segment_), read, numbers_, counts);
    counts.add(snapshot_.live_counts(segment_, dimension));
    if (numbers_.empty()) return;
    DimensionCounts rest{.by_ordinal = std::vector<std::uint64_t>(counts.by_ordinal.size())};
    count_rows(snapshot_.columns(segment_), read, numbers_, rest);
    counts.subtract(rest);
}

DimensionCounter::DimensionCounter(const Snapshot& snapshot, const SnapshotRows& rows) : snapshot_(snapshot) {
    for (std::size_t segment = 0; segment < rows.size(); ++segment) segments_.emplace_back(snapshot, segment, rows[segment]);
}

const DimensionCounts& DimensionCounter::of(Dimension dimension) {
    auto& counts = counts_[dimension];
    if (!counts) {
        counts = DimensionCounts{.by_ordinal = std::vector<std::uint64_t>(snapshot_.values(dimension).all().size())};
        for (const auto& segment : segments_) segment.count(dimension, *counts);
    }
    return *counts;
}

}  // namespace palermo
