// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"

#include <string>
#include <vector>

namespace palermo {

/// Text with <mark> around what matched.
[[nodiscard]] Html marked(const std::vector<Fragment>& fragments);

/// One case in the list that answers `request`. `search_query` is the query string that leads back to the list.
[[nodiscard]] Html render_hit(const Hit& hit, const std::string& search_query, const SearchRequest& request);

}  // namespace palermo
