// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_counter.hpp"

#include "searchd/search/facet_filter.hpp"

#include <utility>

namespace palermo {
namespace {

/// Some rows of one segment, all of them shown, ready to be counted under several facets.
class RowsToCount {
public:
    RowsToCount(const Snapshot& snapshot, std::size_t segment, const RowBitmap& rows)
        : snapshot_(snapshot), segment_(segment), count_(rows.count()) {
        // Of everything the counts are known, so of more than half of it the rest is counted.
        is_rest_ = count_ > snapshot.live_count(segment) / 2;
        if (is_rest_) {
            auto rest = snapshot.live(segment);
            numbers_ = numbers_of(rest -= rows);
        } else {
            numbers_ = numbers_of(rows);
        }
    }

    [[nodiscard]] std::size_t count() const { return count_; }

    void count(Facet facet, DimensionCounts& counts) const {
        const auto& dimension = snapshot_.dimension(segment_, dimension_of(facet));
        if (!is_rest_) return count_rows(snapshot_.columns(segment_), dimension, numbers_, counts);
        counts.add(snapshot_.live_counts(segment_, facet));
        if (numbers_.empty()) return;
        DimensionCounts rest{.by_ordinal = std::vector<std::uint64_t>(counts.by_ordinal.size())};
        count_rows(snapshot_.columns(segment_), dimension, numbers_, rest);
        counts.subtract(rest);
    }

private:
    const Snapshot& snapshot_;
    std::size_t segment_;
    std::size_t count_;
    bool is_rest_ = false;
    std::vector<std::uint32_t> numbers_;
};

}  // namespace

NarrowedRows::NarrowedRows(const Snapshot& snapshot, const PerFacet<FacetSelection>& selections, SnapshotRows matching)
    : matching_(std::move(matching)), passing_all_(matching_) {
    for (const auto facet : all_facets) {
        if (selections[facet].empty()) continue;
        for (std::size_t segment = 0; segment < matching_.size(); ++segment) {
            passing_[facet].push_back(passing_rows(snapshot, segment, facet, selections[facet]));
            passing_all_[segment] &= passing_[facet].back();
        }
    }
}

RowBitmap NarrowedRows::passing_all_but(Facet facet, std::size_t segment) const {
    auto rows = matching_[segment];
    for (const auto other : all_facets) {
        if (other != facet && selects(other)) rows &= passing_[other][segment];
    }
    return rows;
}

FacetTally count_facets(const Snapshot& snapshot, const NarrowedRows& rows) {
    FacetTally tally;
    for (const auto facet : all_facets) tally.counts[facet].by_ordinal.resize(snapshot.facet_values(facet).size());
    for (std::size_t segment = 0; segment < rows.passing_all().size(); ++segment) {
        const RowsToCount passing(snapshot, segment, rows.passing_all()[segment]);
        tally.total += passing.count();
        for (const auto facet : all_facets) {
            auto& counts = tally.counts[facet];
            if (rows.selects(facet))
                RowsToCount(snapshot, segment, rows.passing_all_but(facet, segment)).count(facet, counts);
            else
                passing.count(facet, counts);
        }
    }
    return tally;
}

}  // namespace palermo
