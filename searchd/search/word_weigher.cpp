// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/word_weigher.hpp"

#include "indexer/analysis/han_pairs.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/search/pattern_query.hpp"
#include "searchd/search/weights.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace palermo {
namespace {

using Query = MatchQuery;

Query pairs_query(const PlainWord& word) {
    std::vector<Query> pairs;
    for (const auto& pair : han_pairs(word.word)) pairs.emplace_back(layout::make_term(layout::han_pair_prefix, pair));
    return {Query::OP_AND, pairs.begin(), pairs.end()};
}

}  // namespace

Query constant_weight(double weight, const Query& cases) {
    auto* source = new Xapian::FixedWeightPostingSource(weight);
    const Query everything(Xapian::Query(source->release()), MatchNode{MatchNode::Everything{}});
    return {Query::OP_FILTER, everything, cases};
}

Query WordWeigher::query_of(const PlainWord& word, Deadline deadline) {
    auto query = pattern_query(view_, word.pattern, deadline);
    if (word.pattern.kind != PositionPattern::Kind::terms) return query;
    const auto in_title = words_query(view_, lookup_.inflected(word.word, layout::title));
    // The words of the title are words of the body too.
    const Query title(Query::OP_SCALE_WEIGHT, in_title, weights::title);
    query = Query::weighed(query, {Query::OP_OR, query.engine(), title.engine()});
    const auto pairs = pairs_query(word);
    return pairs.empty() ? query : Query(Query::OP_OR, query, Query(Query::OP_SCALE_WEIGHT, pairs, weights::han_pairs));
}

Query WordWeigher::query_by_rarity(const PlainWord& word, Deadline deadline) {
    const auto query = query_of(word, deadline);
    if (query.empty()) return query;
    return {Query::OP_SCALE_WEIGHT, query, share_by_rarity(word)};
}

double WordWeigher::share_by_rarity(const PlainWord& word) const {
    return std::clamp(rarity(word) / weights::full_rarity, weights::least_rarity, 1.0);
}

Query WordWeigher::accents_of(const PlainWord& word) const {
    const auto cases = word.exact.empty() ? lookup_.unaccented(word.word) : lookup_.accented(word.word, word.exact);
    return cases.empty() ? cases : constant_weight(weights::accents * limit({&word, 1}), cases);
}

double WordWeigher::rarity(const PlainWord& word) const {
    const auto cases = static_cast<double>(view_.database().get_doccount());
    return std::log((cases + 1) / (static_cast<double>(lookup_.frequency(word.pattern)) + 0.5));
}

double WordWeigher::limit(std::span<const PlainWord> words) const {
    const auto most_for_one = view_.snapshot().manifest().ranking.k1 + 1;
    double sum = 0;
    for (const auto& word : words) sum += most_for_one * std::max(rarity(word), 1.0) * (1 + weights::as_typed + weights::title);
    return sum;
}

std::size_t WordWeigher::frequency(std::span<const PlainWord> words) const {
    std::size_t rarest = view_.database().get_doccount();
    for (const auto& word : words) rarest = std::min<std::size_t>(rarest, lookup_.frequency(word.pattern));
    return rarest;
}

}  // namespace palermo
