// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_counter.hpp"

#include "searchd/search/facet_filter.hpp"

#include <utility>

namespace palermo {

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

FacetTally count_facets(const Snapshot& snapshot, const NarrowedRows& rows, DimensionCounter& passing) {
    FacetTally tally;
    for (const auto facet : all_facets) {
        auto& counts = tally.counts[facet];
        if (!rows.selects(facet)) {
            counts = passing.of(dimension_of(facet));
            continue;
        }
        counts.by_ordinal.resize(snapshot.facet_values(facet).size());
        for (std::size_t segment = 0; segment < rows.passing_all().size(); ++segment)
            RowsToCount(snapshot, segment, rows.passing_all_but(facet, segment)).count(dimension_of(facet), counts);
    }
    return tally;
}

}  // namespace palermo
