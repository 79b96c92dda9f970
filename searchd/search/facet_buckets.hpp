// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/collection_labels.hpp"
#include "searchd/search/facet_counter.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <vector>

namespace palermo {

/// Counts as people read them: trees for concepts in the vocabulary's order, flat lists by count (years: newest first), with labels. Values
/// without a case are left out unless they are chosen: what was chosen can always be taken back.
[[nodiscard]] std::vector<FacetCounts> make_buckets(const FacetTally& tally, const Snapshot& snapshot, const SearchRequest& request,
                                                    CollectionLabels& labels);

}  // namespace palermo
