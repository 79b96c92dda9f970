// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/ranking_settings.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/proximity.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/word_sets.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace palermo {

[[nodiscard]] bool matches_some(const WorkerView& view, const Xapian::Query& query);

/// The collection's own parameters.
[[nodiscard]] Xapian::BM25Weight weighting(const RankingSettings& ranking);

struct RankedMatch {
    std::uint32_t docid = 0;
    double score = 0;
};

/// Matches from the top that are weighed in full: what is weighed beside the main weights moves cases by a few places only.
inline constexpr std::size_t rescoring_depth = 50;

struct RankedPage {
    std::vector<RankedMatch> matches;
    bool has_more = false;  ///< whether others follow
};

/// One page of the matches in the order asked for. Undated cases come last in both orders of date; equals in the order they were loaded.
/// By relevance, the query's draft finds the candidates; the first rescoring_depth of them are weighed by the whole query and by how near
/// `near` words stand in them.
[[nodiscard]] RankedPage rank_page(const WorkerView& view, const MatchQuery& query, std::span<const ProximityWord> near,
                                   const SearchRequest& request, SortOrder order, WordSets& sets, Deadline deadline);

}  // namespace palermo
