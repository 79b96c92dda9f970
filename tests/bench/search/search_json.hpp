// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/answer_check.hpp"
#include "tests/bench/search/http_load.hpp"
#include "tests/bench/search/search_results.hpp"

#include <boost/json/object.hpp>

#include <vector>

namespace palermo::bench {

[[nodiscard]] boost::json::object to_json(const SearchResults& results, const std::vector<AnswerCheck>& checks);
[[nodiscard]] boost::json::object to_json(const HttpResult& http);

}  // namespace palermo::bench
