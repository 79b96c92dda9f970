// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/ranking_settings.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/match_rows.hpp"
#include "searchd/search/proximity.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/word_sets.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace palermo {

[[nodiscard]] bool matches_some(const WorkerView& view, const MatchQuery& query);

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

/// The docids of the rows, ascending, where they are so few that ranking them alone is faster than reading the posting lists of the words;
/// else none.
[[nodiscard]] std::vector<std::uint32_t> docids_if_few(const Snapshot& snapshot, const SnapshotRows& rows);

/// One page of the matches in the order asked for. Undated cases come last in both orders of date; equals in the order they were loaded.
/// By relevance, the query's draft finds the candidates; the first rescoring_depth of them are weighed by the whole query and by how near
/// `near` words stand in them. `docids`: of all matches, ascending, where they are known and few; else empty.
[[nodiscard]] RankedPage rank_page(const WorkerView& view, const MatchQuery& query, std::span<const ProximityWord> near,
                                   const SearchRequest& request, SortOrder order, std::span<const std::uint32_t> docids, WordSets& sets,
                                   Deadline deadline);

/// Gives matches, in the order that they have, the weights that they have by the whole query and by how near `near` words stand in them.
void weigh_in_full(const WorkerView& view, const MatchQuery& query, std::span<const ProximityWord> near, WordSets& sets, Deadline deadline,
                   std::vector<RankedMatch>& matches);

}  // namespace palermo
