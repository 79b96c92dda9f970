// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/json_writer.hpp"

namespace palermo {

/// The member `counts` of an answer, when any were asked for.
void write_counts(JsonWriter& json, const SearchResult& result, const SearchRequest& request);

}  // namespace palermo
