// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/snapshot.hpp"
#include "searchd/search/search_request.hpp"

namespace palermo {

/// Whether each value that a request chooses or leaves out is one that cases can have: a slip would find nothing, and one that is left out
/// would leave out nothing. An error without a place, which names what may be meant.
[[nodiscard]] Result<void> check_facet_values(const SearchRequest& request, const Snapshot& snapshot);

/// The request without those that are none.
[[nodiscard]] SearchRequest without_unknown_values(SearchRequest request, const Snapshot& snapshot);

}  // namespace palermo
