// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/partial_date.hpp"
#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/snapshot.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/concept_finder.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <optional>
#include <string>
#include <variant>

namespace palermo {

/// A filter of a query, found: the cases, and what its value is called.
struct PlannedFilter {
    MatchQuery query;  ///< without weight
    std::string label;
    std::optional<Note> note{};  ///< what must be known about how it was read
};

/// A value that nothing has that name; the nearest one, or empty.
struct UnknownValue {
    std::string message;
    std::string nearest;
};

/// Reads `country:`, `outcome:` and the like: ids, and labels in any of six languages.
class FilterPlanner {
public:
    FilterPlanner(const Snapshot& snapshot, const ConceptFinder& labels, Analyzer& analyzer, std::string lang)
        : snapshot_(snapshot), labels_(labels), analyzer_(analyzer), lang_(std::move(lang)) {}

    [[nodiscard]] std::variant<PlannedFilter, UnknownValue> plan(const query::Filter& filter) const;

private:
    [[nodiscard]] std::variant<PlannedFilter, UnknownValue> plan_facet(Facet facet, const std::string& value) const;
    [[nodiscard]] std::variant<PlannedFilter, UnknownValue> plan_concept(Facet facet, const std::string& value) const;
    [[nodiscard]] PlannedFilter found(Facet facet, const std::string& value) const;

    const Snapshot& snapshot_;
    const ConceptFinder& labels_;
    Analyzer& analyzer_;
    std::string lang_;
};

/// Cases whose decision may lie between two dates, both included: "2010" may be in March of it. Undated cases are in no range. Without
/// bounds the query is empty.
[[nodiscard]] MatchQuery decided_between(const std::optional<PartialDate>& from, const std::optional<PartialDate>& to);

[[nodiscard]] MatchQuery plan_range(const query::Range& range);

/// Those of the cases that all facets' selections let pass, with the weights that they have.
[[nodiscard]] MatchQuery narrowed(MatchQuery cases, const PerFacet<FacetSelection>& selections);

}  // namespace palermo
