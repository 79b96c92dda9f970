// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"

namespace palermo {

/// What must be known about the answer before it is read, a line each. That a case was named comes first.
[[nodiscard]] Html render_notes(const SearchResult& result);

/// How the query was read, part by part: what each part found besides its words, and the search without it.
[[nodiscard]] Html render_reading(const SearchResult& result, const SearchRequest& request);

/// The way from all of the words to any of them, or back.
[[nodiscard]] Html render_match_switch(const SearchResult& result, const SearchRequest& request);

/// What is near to a search that found nothing.
[[nodiscard]] Html render_relaxations(const SearchResult& result, const SearchRequest& request);

}  // namespace palermo
