// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"
#include "searchd/views/json_writer.hpp"

#include <string>

namespace palermo {

/// The link from a case to those like it.
[[nodiscard]] Html similar_link(const std::string& case_id, const std::string& lang);

/// "Cases similar to R v Tang", which links back to the case.
[[nodiscard]] Html similar_heading(const LikenedCase& liked, const std::string& lang);
[[nodiscard]] std::string similar_title(const LikenedCase& liked);

/// What stands in place of the hits when there are none.
[[nodiscard]] Html no_similar_cases(const SearchRequest& request);

/// The request that a case opened from the results goes back to: a search, for the page of similar cases is one step behind the case.
[[nodiscard]] SearchRequest search_to_go_back_to(const SearchRequest& request);

/// The case that the hits are similar to, as a member of the answer; nothing in the answer to a search.
void write_similar_to(JsonWriter& json, const SearchResult& result);

}  // namespace palermo
