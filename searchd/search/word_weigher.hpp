// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/plain_words.hpp"
#include "searchd/search/term_lookup.hpp"

#include <cstddef>
#include <span>

namespace palermo {

/// Cases that all get the same weight, whatever else is in them.
[[nodiscard]] MatchQuery constant_weight(double weight, const MatchQuery& cases);

/// What plain words weigh, beyond BM25 over the body.
class WordWeigher {
public:
    WordWeigher(const WorkerView& view, TermLookup& lookup) : view_(view), lookup_(lookup) {}

    /// The body's documents with the word; a word in the title counts a little more, a Han word is found however it was cut.
    [[nodiscard]] MatchQuery query_of(const PlainWord& word, Deadline deadline);

    /// The same by its rarity: for queries that any of the words may match.
    [[nodiscard]] MatchQuery query_by_rarity(const PlainWord& word, Deadline deadline);

    /// What a word counts for in such a query: 1 when it is rare.
    [[nodiscard]] double share_by_rarity(const PlainWord& word) const;

    /// Documents that write the word with the accents that were typed, or without any; empty when the collection knows one form only.
    [[nodiscard]] MatchQuery accents_of(const PlainWord& word) const;

    /// The most that words can weigh.
    [[nodiscard]] double limit(std::span<const PlainWord> words) const;

    /// Documents that have the rarest of the words; an upper bound.
    [[nodiscard]] std::size_t frequency(std::span<const PlainWord> words) const;

private:
    /// How many times as many documents there are as have the word, as a logarithm.
    [[nodiscard]] double rarity(const PlainWord& word) const;

    const WorkerView& view_;
    TermLookup& lookup_;
};

}  // namespace palermo
