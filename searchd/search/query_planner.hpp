// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/snapshot.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/search_request.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palermo {

/// What a highlighter looks for: the forms of the words that were asked for, and the phrases. Nothing that was asked to be absent.
struct SoughtTerms {
    std::set<std::string> words;
    std::set<std::string> stems;
    std::vector<std::vector<std::string>> phrases;

    [[nodiscard]] bool empty() const { return words.empty() && stems.empty() && phrases.empty(); }
};

/// A request as the engine will run it.
struct QueryPlan {
    Xapian::Query matching;  ///< the words and the dates: what facets are counted over
    Xapian::Query ranked;    ///< the same, narrowed by the facets' selections
    SoughtTerms sought;
    bool has_words = false;  ///< false: nothing was asked in words, or words without a letter; then every case matches
};

/// The only place that builds Xapian queries. A word is looked up by its stems in all stemmed languages of the collection and as written,
/// in the prose and, with a small weight, in the title; a phrase as written, in either.
[[nodiscard]] QueryPlan plan_query(const std::optional<query::Node>& text, const SearchRequest& request, const Snapshot& snapshot,
                                   Analyzer& analyzer);

}  // namespace palermo
