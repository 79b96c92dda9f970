// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <optional>
#include <string>

namespace palermo {

/// The same search narrowed to the cases that have a value on a pivot's side: exactly those. Nothing where no search says that: of roles,
/// of countries of origin and destination, and of a second choice under a facet where the query's text takes no filter.
[[nodiscard]] std::optional<SearchRequest> narrowed_to(SearchRequest request, const SearchResult& result, PivotSide side,
                                                       const std::string& id);

}  // namespace palermo
