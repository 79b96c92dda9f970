// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/deadline.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/searcher.hpp"

#include <optional>
#include <string>

namespace palermo {

/// The query that is offered in place of one with a mistake, tried out: mending one mistake may leave another, whose own repair is then
/// taken. Nothing when a few of them lead to no query that can be answered before the deadline.
[[nodiscard]] std::optional<std::string> working_repair(Searcher& searcher, SearchRequest asked, QueryError mistake, Deadline deadline);

}  // namespace palermo
