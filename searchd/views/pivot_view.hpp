// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"

namespace palermo {

/// One pivot as a table: the last side across, the others down. Where that would be too large for a page, the largest cells as a list.
[[nodiscard]] Html render_pivot(const PivotTable& table, const SearchResult& result, const SearchRequest& request);

/// A number of cases as a link to them; without one where `cases` is nothing.
[[nodiscard]] Html counted_link(std::uint64_t count, std::optional<SearchRequest> cases);

}  // namespace palermo
