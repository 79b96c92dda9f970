// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/goals.hpp"
#include "tests/bench/search/http_load.hpp"
#include "tests/bench/search/search_results.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace palermo::bench {

/// What one size took: for telling how cost grows with the collection.
struct Growth {
    double mean_ms = 0;       ///< hits and facets
    double mean_matches = 0;  ///< of a question
};

[[nodiscard]] std::optional<Growth> growth_of(const SearchResults& results);

/// `smaller`: of 50,000 short records, if they have been measured on this machine before.
[[nodiscard]] std::vector<Goal> search_goals(const std::vector<SearchResults>& all, const HttpResult& http,
                                             const std::optional<Growth>& smaller);

}  // namespace palermo::bench
