// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/document_data.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/query_planner.hpp"
#include "searchd/search/telling_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Which cases are similar to one. A case is found when it is catalogued under one of the evidential issues or legal concepts of the
/// record, or under one narrower than it (but a tag of more than a quarter of the cases finds none, unless they are so few that a reader
/// can look through them all), or when it has at least three of the record's thirty most telling words (see find_telling_words). Found
/// cases are ranked by all that they share, common tags too. A tag weighs log((N + 1) / (n + 0.5)), where n of the N cases have it: what
/// few share tells more; the question of evidence tells more than the law. Words weigh as in a search, scaled down: many together are worth
/// a tag.
namespace palermo {

inline constexpr std::size_t max_telling_words = 30;
inline constexpr std::size_t least_shared_words = 3;

/// A concept or an issue of the record itself.
struct SharedTag {
    Facet facet{};
    std::string id;
    double weight = 0;
};

/// What Searcher needs to find the cases like one.
struct SimilarPlan {
    MatchQuery matching;             ///< the similar cases; never the case itself
    MatchQuery ranking;              ///< what gives them weight; each of them has some
    std::vector<SharedTag> tags;     ///< the weightiest first
    std::vector<TellingWord> words;  ///< the most telling first
    std::vector<WeightedPart> weights;
};

/// `docid` is the case's, `data` what is kept with it.
[[nodiscard]] SimilarPlan plan_similar(std::uint32_t docid, const DocumentData& data, const PlanContext& context, const std::string& lang,
                                       Deadline deadline);

}  // namespace palermo
