// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_result.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <vector>

namespace palermo {

/// The query as it was read: member "query" of the answer.
[[nodiscard]] boost::json::object query_json(const SearchResult& result);

/// The searches near to one that found nothing: member "relaxations".
[[nodiscard]] boost::json::array relaxations_json(const std::vector<Relaxation>& relaxations);

/// Why a hit was found: its member "explanation".
[[nodiscard]] boost::json::array explanation_json(const std::vector<Explanation>& explanation);

}  // namespace palermo
