// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/search_request.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// Counts over the cases that match the words of a request: how many pass all facets' selections, and for each facet value how many pass
/// the selections of all other facets (drill-sideways: choosing one value must not hide what its neighbours would give).
struct FacetTally {
    std::uint64_t total = 0;
    PerFacet<std::vector<std::uint64_t>> by_ordinal;  ///< indexed by the collection's ordinals
    PerFacet<std::uint64_t> not_recorded;
};

/// One pass: each match is shown once and counted wherever it belongs. A case that fails one facet's selection counts in that facet only;
/// one that fails two counts nowhere. Columns hold a concept with all above it, so a parent counts distinct cases.
class FacetCounter {
public:
    FacetCounter(const Snapshot& snapshot, const PerFacet<FacetSelection>& selections);

    void count(std::uint32_t docid);

    [[nodiscard]] const FacetTally& tally() const { return tally_; }

private:
    /// What a selection says of each value of its facet.
    struct Sieve {
        std::vector<char> included;
        std::vector<char> excluded;
        bool includes_some = false;
        bool includes_not_recorded = false;
        bool excludes_not_recorded = false;

        [[nodiscard]] bool passes(const std::vector<std::uint32_t>& ordinals) const;
    };

    void add(Facet facet);

    const Snapshot& snapshot_;
    PerFacet<Sieve> sieves_;
    PerFacet<std::vector<std::uint32_t>> row_;  ///< of the case at hand; kept to save allocations
    FacetTally tally_;
};

}  // namespace palermo
