// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_result.hpp"
#include "searchd/views/json_writer.hpp"

#include <vector>

namespace palermo {

/// The query as it was read: member "query" of the answer.
void write_query(JsonWriter& json, const SearchResult& result);

/// The searches near to one that found nothing: member "relaxations".
void write_relaxations(JsonWriter& json, const std::vector<Relaxation>& relaxations);

/// Why a hit was found: its member "explanation".
void write_explanation(JsonWriter& json, const std::vector<Explanation>& explanation);

}  // namespace palermo
