// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"

namespace palermo {

/// The counts that were asked for as tables, whose numbers lead to the cases; or, when none were, a link that asks for the usual ones.
/// Empty when nothing was found.
[[nodiscard]] Html render_counts(const SearchResult& result, const SearchRequest& request);

}  // namespace palermo
