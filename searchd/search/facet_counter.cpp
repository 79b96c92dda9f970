// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_counter.hpp"

#include <algorithm>

namespace palermo {
namespace {

bool contains(const std::vector<std::string>& values, std::string_view value) { return std::ranges::find(values, value) != values.end(); }

}  // namespace

FacetCounter::FacetCounter(const Snapshot& snapshot, const PerFacet<FacetSelection>& selections) : snapshot_(snapshot) {
    for (const auto facet : all_facets) {
        const auto& values = snapshot.facet_values(facet);
        const auto& selection = selections[facet];
        auto& sieve = sieves_[facet];
        sieve.includes_some = !selection.included.empty();
        sieve.includes_not_recorded = contains(selection.included, not_recorded);
        sieve.excludes_not_recorded = contains(selection.excluded, not_recorded);
        for (const auto& value : values) {
            sieve.included.push_back(contains(selection.included, value) ? 1 : 0);
            sieve.excluded.push_back(contains(selection.excluded, value) ? 1 : 0);
        }
        tally_.by_ordinal[facet].resize(values.size());
    }
}

bool FacetCounter::Sieve::passes(const std::vector<std::uint32_t>& ordinals) const {
    if (ordinals.empty()) return !excludes_not_recorded && (!includes_some || includes_not_recorded);
    if (std::ranges::any_of(ordinals, [this](auto ordinal) { return excluded[ordinal] != 0; })) return false;
    return !includes_some || std::ranges::any_of(ordinals, [this](auto ordinal) { return included[ordinal] != 0; });
}

void FacetCounter::count(std::uint32_t docid) {
    int failed = 0;
    Facet failed_facet{};
    for (const auto facet : all_facets) {
        auto& row = row_[facet];
        row.clear();
        snapshot_.append_ordinals(facet, docid, row);
        if (sieves_[facet].passes(row)) continue;
        failed_facet = facet;
        if (++failed == 2) return;
    }
    if (failed == 1) return add(failed_facet);
    ++tally_.total;
    for (const auto facet : all_facets) add(facet);
}

void FacetCounter::add(Facet facet) {
    if (row_[facet].empty()) ++tally_.not_recorded[facet];
    for (const auto ordinal : row_[facet]) ++tally_.by_ordinal[facet][ordinal];
}

}  // namespace palermo
