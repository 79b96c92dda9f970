// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/dimension_counter.hpp"

#include <functional>
#include <numeric>

namespace palermo {
namespace {

RowBitmap others(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows) {
    auto rest = snapshot.live(segment);
    rest -= rows;
    return rest;
}

}  // namespace

RowsToCount::RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows)
    : RowsToCount(snapshot, segment, rows, rows.count()) {}

RowsToCount::RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows, std::size_t count)
    : snapshot_(snapshot),
      segment_(segment),
      count_(count),
      is_rest_(count > snapshot.live_count(segment) / 2),
      counter_(snapshot.columns(segment),
               is_rest_ ? numbers_of(others(snapshot, segment, rows), snapshot.live_count(segment) - count) : numbers_of(rows, count)) {}

void RowsToCount::count(Dimension dimension, DimensionCounts& counts) {
    const auto& read = snapshot_.dimension(segment_, dimension);
    if (!is_rest_) return counter_.count(read, counts);
    counts.add(snapshot_.live_counts(segment_, dimension));
    if (counter_.rows().empty()) return;
    DimensionCounts rest{.by_ordinal = std::vector<std::uint64_t>(counts.by_ordinal.size())};
    counter_.count(read, rest);
    counts.subtract(rest);
}

DimensionCounter::DimensionCounter(const Snapshot& snapshot, const SnapshotRows& rows)
    : snapshot_(snapshot), rows_(rows), counters_(rows.size()) {
    for (std::size_t segment = 0; segment < rows.size(); ++segment) segments_.emplace_back(snapshot, segment, rows[segment]);
}

const DimensionCounts& DimensionCounter::of(Dimension dimension) {
    auto& counts = counts_[dimension];
    if (!counts) {
        counts = DimensionCounts{.by_ordinal = std::vector<std::uint64_t>(snapshot_.values(dimension).all().size())};
        for (auto& segment : segments_) segment.count(dimension, *counts);
    }
    return *counts;
}

std::size_t DimensionCounter::size() const {
    return std::transform_reduce(segments_.begin(), segments_.end(), std::size_t{0}, std::plus(),
                                 [](const RowsToCount& rows) { return rows.size(); });
}

RowCounter& DimensionCounter::rows(std::size_t segment) {
    if (auto* counter = segments_[segment].counter()) return *counter;
    auto& counter = counters_[segment];
    if (!counter) counter.emplace(snapshot_.columns(segment), numbers_of(rows_[segment]));
    return *counter;
}

}  // namespace palermo
