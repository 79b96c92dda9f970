// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/telling_words.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

/// A word that more than this part of the cases of a language have is one of its little words. Where summaries have fifty words, "with" and
/// "two" stand in a fifth of them only.
constexpr Xapian::doccount common_share = 8;
constexpr Xapian::doccount always_rare = 2;

/// A word of the body of the case, in all its forms there.
struct Occurrence {
    std::string_view written;  ///< as it stands there last
    std::uint32_t last_position = 0;
    std::uint32_t count = 0;
};

/// A word by its stem.
struct Candidate {
    TellingWord word;
    double score = 0;
};

/// Bytes: a letter or two of Latin script, one of Cyrillic or Arabic; a Chinese word may be one character.
constexpr std::size_t shortest_word = 3;

bool can_tell(std::string_view word) {
    if (word.size() < shortest_word) return false;
    return std::ranges::any_of(word, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

class TellingWords {
public:
    TellingWords(std::uint32_t docid, const DocumentData& data, const WorkerView& view, Analyzer& analyzer)
        : view_(view), database_(view.database()), docid_(docid), data_(data) {
        const auto title = analyzer.analyze(data.title, data.title_lang);
        behind_title_ = static_cast<std::uint32_t>(title.size()) + 1;
        std::ranges::sort(data_.paragraphs, {}, &StoredParagraph::first_position);
        read_words();
    }

    std::vector<TellingWord> find(std::size_t most) const {
        std::vector<Candidate> candidates;
        for (const auto& [term, occurrence] : words_) consider(term, occurrence, candidates);
        std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
        if (candidates.size() > most) candidates.resize(most);
        std::vector<TellingWord> words;
        for (auto& candidate : candidates) words.push_back(std::move(candidate.word));
        return words;
    }

private:
    /// Those of the body, which comes first of all fields.
    void read_words() {
        const auto segment = view_.snapshot().segment_of(docid_);
        if (!segment) return;
        const auto& index = view_.snapshot().forward(*segment);
        const auto document = index.document(docid_);
        if (!document) return;
        const auto numbers = document->words();
        for (const auto& run : document->runs()) {
            if (run.field != 0) break;
            for (std::uint32_t i = 0; i < run.size && numbers[run.first_word + i] < index.word_count(); ++i) {
                const auto word = index.word(numbers[run.first_word + i]);
                auto& occurrence = words_[word.stem_term(run.field)];
                ++occurrence.count;
                occurrence.last_position = run.first_position + i;
                occurrence.written = word.word;
            }
        }
    }

    void consider(const std::string& term, const Occurrence& occurrence, std::vector<Candidate>& candidates) const {
        if (!can_tell(layout::read_text_term(term)->content) || occurrence.last_position < behind_title_) return;
        const auto cases = database_.get_termfreq(term);
        if (cases == 1 || !others_have(term)) return;
        if (cases > std::max(always_rare, cases_in(language_at(occurrence.last_position)) / common_share)) return;
        PositionPattern pattern{.terms = {term}, .postings = {term}, .written = {}, .parts = {}};
        candidates.push_back({.word = {.written = std::string(occurrence.written), .pattern = std::move(pattern)},
                              .score = static_cast<double>(occurrence.count) * rarity_weight(database_, cases)});
    }

    /// What is known of a term's frequency counts documents that are no longer shown: an older text of the case itself, for one.
    bool others_have(const std::string& term) const { return view_.snapshot().deleted()->empty() || view_.has_live(term, docid_); }

    std::string language_at(std::uint32_t position) const {
        const auto after = std::ranges::upper_bound(data_.paragraphs, position, {}, &StoredParagraph::first_position);
        return after == data_.paragraphs.begin() ? data_.title_lang : std::prev(after)->lang;
    }

    Xapian::doccount cases_in(const std::string& lang) const {
        const auto cases = database_.get_termfreq(layout::make_term(layout::text_language.prefix, lang.substr(0, lang.find('-'))));
        return cases > 0 ? cases : database_.get_doccount();
    }

    const WorkerView& view_;
    const Xapian::Database& database_;
    std::uint32_t docid_;
    DocumentData data_;
    std::uint32_t behind_title_ = 1;
    std::map<std::string, Occurrence> words_;  ///< by their terms
};

}  // namespace

double rarity_weight(const Xapian::Database& database, Xapian::doccount cases) {
    return std::log((static_cast<double>(database.get_doccount()) + 1) / (static_cast<double>(cases) + 0.5));
}

std::vector<TellingWord> find_telling_words(std::uint32_t docid, const DocumentData& data, const WorkerView& view, Analyzer& analyzer,
                                            std::size_t most) {
    return TellingWords(docid, data, view, analyzer).find(most);
}

}  // namespace palermo
