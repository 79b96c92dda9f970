// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/manifest.hpp"
#include "searchd/http/problem_details.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace palermo {

/// What can keep a request from its answer, in words for the person who asked.
[[nodiscard]] http::Problem bad_parameter(const Diagnostic& reason);
/// `repair`: a query that works, tried out; see working_repair.
[[nodiscard]] http::Problem bad_query(const QueryError& error, const std::string& query, const std::optional<std::string>& repair);
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

/// The same where a search was asked for, as far as it could be read: the page keeps it. `without`: the address that was asked for, without
/// what made no sense in it.
[[nodiscard]] http::Response render_search_problem(std::string_view path, const http::Problem& problem, const SearchRequest& asked,
                                                   const std::optional<std::string>& without = {});

}  // namespace palermo
