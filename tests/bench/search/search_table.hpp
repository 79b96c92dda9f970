// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/answer_check.hpp"
#include "tests/bench/search/http_load.hpp"
#include "tests/bench/search/search_results.hpp"

#include <vector>

namespace palermo::bench {

void print_answers(const SearchResults& results);
void print_checks(const SearchResults& results, const std::vector<AnswerCheck>& checks);
void print_openings(const SearchResults& results);
void print_http(const SearchResults& results, const HttpResult& http);
/// What is not the same for all, in words.
void print_what_differs_in_searching();

}  // namespace palermo::bench
