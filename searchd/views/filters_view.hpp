// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"

namespace palermo {

/// The form that narrows a search: a group of checkboxes a facet, dates, order, one button. Needs no script.
[[nodiscard]] Html render_filters(const SearchResult& result, const SearchRequest& request);

/// What is chosen, each with a link that takes it back; empty when nothing is.
[[nodiscard]] Html render_chosen(const SearchResult& result, const SearchRequest& request);

}  // namespace palermo
