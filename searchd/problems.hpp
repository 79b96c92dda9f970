// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/manifest.hpp"
#include "searchd/http/problem_details.hpp"
#include "searchd/search/search_result.hpp"

#include <string>
#include <string_view>

namespace palermo {

/// What can keep a request from its answer, in words for the person who asked.
[[nodiscard]] http::Problem bad_parameter(const Diagnostic& reason);
[[nodiscard]] http::Problem bad_query(const QueryError& error, const std::string& query);
[[nodiscard]] http::Problem no_such_case(const std::string& id);
/// Names the case by its id alone.
[[nodiscard]] http::Problem taken_down(const Tombstone& tombstone);
[[nodiscard]] http::Problem no_such_vocabulary(const std::string& scheme);
[[nodiscard]] http::Problem no_such_concept(const Vocabulary& vocabulary, const std::string& id);
[[nodiscard]] http::Problem too_busy();
[[nodiscard]] http::Problem took_too_long();
/// Says nothing of the reason: that is for the log.
[[nodiscard]] http::Problem index_failed();

/// Problem details for programs, which ask below /api/; a page for everybody else.
[[nodiscard]] http::Response render_problem(std::string_view path, const http::Problem& problem);

}  // namespace palermo
