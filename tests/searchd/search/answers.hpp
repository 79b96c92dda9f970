// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/searcher.hpp"
#include "tests/support/temp_index.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace palermo::test {

/// A dozen invented cases in three segments, so that docids of several databases are mixed in every search.
[[nodiscard]] const TempIndex& three_segments();

/// A searcher on the live generation of an index.
[[nodiscard]] Searcher searcher_on(const TempIndex& index);

/// The answer to a request that must have one.
[[nodiscard]] SearchResult answer(Searcher& searcher, const SearchRequest& request);
[[nodiscard]] SearchResult answer(Searcher& searcher, const std::string& text);

/// The ids of the hits, as they come.
[[nodiscard]] std::vector<std::string> ids(const SearchResult& result);
/// Sorted, for questions of which and not of order.
[[nodiscard]] std::vector<std::string> sorted_ids(const SearchResult& result);

[[nodiscard]] const FacetCounts& counts_of(const SearchResult& result, Facet facet);
/// The bucket wherever in the tree it stands; null when it is not shown.
[[nodiscard]] const Bucket* find_bucket(const std::vector<Bucket>& buckets, const std::string& id);
void for_each_bucket(const std::vector<Bucket>& buckets, const std::function<void(const Bucket&)>& visit);

}  // namespace palermo::test
