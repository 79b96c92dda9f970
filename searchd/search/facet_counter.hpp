// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/dimension_counter.hpp"
#include "searchd/search/match_rows.hpp"
#include "searchd/search/search_request.hpp"

namespace palermo {

/// Counts over the cases that match the words of a request: for each facet value how many pass the selections of all other facets
/// (drill-sideways: choosing one value must not hide what its neighbours would give).
struct FacetTally {
    PerFacet<DimensionCounts> counts;
};

/// What a request's words match, and what of it its facets' selections let pass.
class NarrowedRows {
public:
    NarrowedRows(const Snapshot& snapshot, const PerFacet<FacetSelection>& selections, SnapshotRows matching);

    [[nodiscard]] const SnapshotRows& passing_all() const { return passing_all_; }
    /// By a segment.
    [[nodiscard]] RowBitmap passing_all_but(Facet facet, std::size_t segment) const;
    [[nodiscard]] bool selects(Facet facet) const { return !passing_[facet].empty(); }

private:
    SnapshotRows matching_;
    PerFacet<SnapshotRows> passing_;  ///< of a facet with a selection what that lets pass; else empty
    SnapshotRows passing_all_;
};

/// `passing`: counts what passes all selections. Columns hold a concept with all above it, so a parent counts distinct cases.
[[nodiscard]] FacetTally count_facets(const Snapshot& snapshot, const NarrowedRows& rows, DimensionCounter& passing);

}  // namespace palermo
