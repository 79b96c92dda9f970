// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palermo {

/// What a beginning of a word was expanded to.
struct Expansion {
    std::string beginning;
    std::vector<std::string> words;  ///< the most frequent first
    bool is_cut = false;             ///< there are more than were taken
};

/// The languages of a collection's texts.
struct TextLanguages {
    std::vector<std::string> stemmed;  ///< those that there are stems for
    bool has_others = false;
};
[[nodiscard]] TextLanguages text_languages(const WorkerView& view);

/// Which terms of the collection a word of a query stands for. Knows the index layout, the stems of the collection's languages, and what
/// words there are.
class TermLookup {
public:
    /// A beginning stands for at most so many words, and is looked for among so many.
    static constexpr std::size_t max_expansion = 200;
    static constexpr std::size_t max_looked_at = 20'000;

    TermLookup(const WorkerView& view, const TextLanguages& languages, Analyzer& analyzer, Deadline deadline = Deadline::max())
        : view_(view), database_(view.database()), languages_(languages), analyzer_(analyzer), watch_(deadline) {}

    /// The folded word in any inflection of the collection's languages, as one group of synonyms.
    [[nodiscard]] PositionPattern inflected(const std::string& word, const layout::TextField& field);
    /// The same, by the stem of one language only: what a label of that language says.
    [[nodiscard]] PositionPattern inflected_in(const Token& token, const layout::TextField& field);
    [[nodiscard]] PositionPattern as_written(const std::string& word, const layout::TextField& field) const;
    [[nodiscard]] PositionPattern beginning_with(const std::string& beginning, const layout::TextField& field, Expansion& expansion);

    /// Bodies that have the word accented exactly so; an empty query when the collection does not.
    [[nodiscard]] MatchQuery accented(const std::string& word, const std::string& exact) const;
    /// Bodies that have the word without the accents that others write it with; empty when nobody writes any.
    [[nodiscard]] MatchQuery unaccented(const std::string& word) const;

    /// Records that have any of the pattern's terms; an upper bound.
    [[nodiscard]] Xapian::doccount frequency(const PositionPattern& terms);

private:
    void keep_known(std::vector<std::string>& terms);
    [[nodiscard]] Xapian::doccount frequency(const std::string& term);

    const WorkerView& view_;
    const Xapian::Database& database_;
    const TextLanguages& languages_;
    Analyzer& analyzer_;
    Watch watch_;
    std::unordered_map<std::string, Xapian::doccount> frequencies_;  ///< of the terms that were asked for: a plan asks again and again
};

}  // namespace palermo
