// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <boost/json/object.hpp>

namespace palermo {

/// The answer with `counts`, when any were asked for.
[[nodiscard]] boost::json::object with_counts(boost::json::object answer, const SearchResult& result, const SearchRequest& request);

}  // namespace palermo
