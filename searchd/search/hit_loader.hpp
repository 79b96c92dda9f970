// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/search/collection_labels.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/position_pattern.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <span>

namespace palermo {

/// What a match shows in a result list: its data with labels, and the passage that answers the question best. When an evidential issue is
/// chosen that is a paragraph tagged with it; else the paragraph that meets most of the query.
[[nodiscard]] Result<Hit> load_hit(const RankedMatch& match, const WorkerView& view, const SearchRequest& request,
                                   std::span<const PositionPattern> sought, WordSets& sets, CollectionLabels& labels, Analyzer& analyzer,
                                   Deadline deadline);

}  // namespace palermo
