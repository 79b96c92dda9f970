// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/cell_link.hpp"

#include <string_view>

namespace palermo {
namespace {

/// How a side's values are chosen: under a facet, or by a filter in the query's text. An empty filter: the text has none.
struct Choice {
    std::optional<Facet> facet;
    std::string_view filter;
};

Choice choice_of(PivotSide side) {
    switch (side) {
        case PivotSide::issue: return {Facet::evidential_issue, "issue"};
        case PivotSide::concept_: return {Facet::legal_concept, "concept"};
        case PivotSide::act:
        case PivotSide::means:
        case PivotSide::purpose: return {std::nullopt, "concept"};
        case PivotSide::outcome: return {Facet::outcome, "outcome"};
        case PivotSide::crime: return {Facet::crime_type, "crime"};
        case PivotSide::country: return {Facet::jurisdiction, "country"};
        case PivotSide::level: return {Facet::court_level, ""};
        case PivotSide::year: return {Facet::year, ""};
        case PivotSide::role:
        case PivotSide::origin:
        case PivotSide::destination: break;
    }
    return {std::nullopt, ""};
}

}  // namespace

std::optional<SearchRequest> narrowed_to(SearchRequest request, const SearchResult& result, PivotSide side, const std::string& id) {
    const auto choice = choice_of(side);
    if (choice.facet && request.facets[*choice.facet].empty()) {
        request.facets[*choice.facet].included = {id};
        return request;
    }
    if (choice.filter.empty() || id == not_recorded || !result.takes_filters) return std::nullopt;
    request.text += (request.text.empty() ? "" : " ") + std::string(choice.filter) + ':' + id;
    return request;
}

}  // namespace palermo
