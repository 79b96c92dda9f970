// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"
#include "searchd/search/search_result.hpp"
#include "tests/searchd/search/random_cases.hpp"

#include <vector>

namespace palermo::test {

/// Checks every number of an answer against a count over the records themselves, one by one, which shares no code with the search: total,
/// facets, pivots, histograms, sentences. `result` is the answer to `request`, whose text is `question`'s.
void check_against_records(const SearchResult& result, const SearchRequest& request, const Question& question,
                           const std::vector<TestRecord>& records, const Vocabularies& vocabularies);

}  // namespace palermo::test
