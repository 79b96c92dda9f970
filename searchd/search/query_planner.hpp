// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/concept_finder.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/position_pattern.hpp"
#include "searchd/search/proximity.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/term_lookup.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palermo {

/// What a plan needs to know of the collection; made once for a searcher.
struct PlanContext {
    const WorkerView& view;
    const ConceptFinder& labels;
    const TextLanguages& languages;
    Analyzer& analyzer;
};

/// A part of the query as far as it gives weight: what an explanation of a hit shows.
struct WeightedPart {
    std::string name;
    Xapian::Query query;
};

/// A request as the engine will run it.
struct QueryPlan {
    MatchQuery matching;     ///< what was asked in words, and the dates: what facets are counted over
    MatchQuery ranked;       ///< the same, narrowed by the facets' selections, with all that only moves hits up
    bool has_words = false;  ///< false: nothing was asked in words, or words without a letter; then every case matches
    bool matches_any = false;
    bool can_match_any = false;           ///< plain words that could be tried one by one
    std::vector<PositionPattern> sought;  ///< in the body: what is marked; nothing that was asked to be absent
    std::vector<WeightedPart> weights;
    std::vector<std::string> issues{};  ///< evidential issues whose paragraphs are shown before others, as those chosen are
    std::vector<ProximityWord> near;    ///< the plain words in their order: the nearer they stand, the better
    std::vector<QueryPart> parts;
    std::vector<Note> notes;
};

/// The only place that decides what a query means for the engine. `mode` is all or any.
[[nodiscard]] std::variant<QueryPlan, QueryError> plan_query(const std::optional<query::Node>& text, const SearchRequest& request,
                                                             MatchMode mode, const PlanContext& context, Deadline deadline);

}  // namespace palermo
