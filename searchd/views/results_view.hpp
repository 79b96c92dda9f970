// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <string>

namespace palermo {

/// The page of results; with a request that asks for nothing, the start page over the whole collection.
[[nodiscard]] std::string render_results_html(const SearchResult& result, const SearchRequest& request);

}  // namespace palermo
