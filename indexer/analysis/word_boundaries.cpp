// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/word_boundaries.hpp"

#include "indexer/analysis/plain_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <array>
#include <limits>
#include <stdexcept>
#include <string>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 2> apostrophes{"'", "\xE2\x80\x99"};

bool elides(std::string_view lang) {
    const auto language = lang.substr(0, lang.find('-'));
    return language == "fr" || language == "it" || language == "ca";
}

/// Where an elided article ends inside a word: behind the apostrophe of "l'exploitation" or "dell'immigrazione"; 0 when there is none.
std::size_t elision_end(std::string_view word) {
    constexpr std::size_t longest_article = 6;
    for (const auto apostrophe : apostrophes) {
        const auto found = word.find(apostrophe);
        if (found != std::string_view::npos && found > 0 && found <= longest_article && found + apostrophe.size() < word.size())
            return found + apostrophe.size();
    }
    return 0;
}

std::size_t apostrophe_size(std::string_view article) { return article.ends_with('\'') ? 1 : apostrophes[1].size(); }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// An article and the word behind it become two words.
std::vector<WordSpan> split_elisions(std::string_view text, const std::vector<WordSpan>& words) {
    std::vector<WordSpan> all;
    all.reserve(words.size());
    for (auto word : words) {
        const auto split = elision_end(text.substr(word.begin, word.end - word.begin));
        if (split > 0) {
            const auto article_end = word.begin + static_cast<std::uint32_t>(split);
            const auto mark = static_cast<std::uint32_t>(apostrophe_size(text.substr(word.begin, split)));
            all.push_back({word.begin, article_end - mark});
            word.begin = article_end;
        }
        all.push_back(word);
    }
    return all;
}

/// Behind the words up to the first that is plain again: ICU is asked once for a whole run of foreign words.
std::size_t foreign_run(std::string_view text, std::size_t begin) {
    auto at = begin;
    while (at < text.size()) {
        while (at < text.size() && !is_space(text[at])) ++at;
        auto next = at;
        while (next < text.size() && is_space(text[next])) ++next;
        if (next == text.size() || plain_run(text, next)) break;
        at = next;
    }
    return at;
}

}  // namespace

struct WordBoundaries::Iterator {
    std::unique_ptr<icu::BreakIterator> words;

    /// Appends the words of text[begin, end). A UText over UTF-8 gives boundaries as bytes of the original text; broken bytes read as
    /// U+FFFD.
    void append(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& found) {
        auto status = U_ZERO_ERROR;
        UText utext = UTEXT_INITIALIZER;
        utext_openUTF8(&utext, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
        words->setText(&utext, status);
        if (U_SUCCESS(status)) {
            const auto offset = static_cast<std::uint32_t>(begin);
            auto start = words->first();
            for (auto stop = words->next(); stop != icu::BreakIterator::DONE; start = stop, stop = words->next()) {
                if (words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
                found.push_back({offset + static_cast<std::uint32_t>(start), offset + static_cast<std::uint32_t>(stop)});
            }
        }
        utext_close(&utext);
    }
};

WordBoundaries::WordBoundaries() : iterator_(std::make_unique<Iterator>()) {
    auto status = U_ZERO_ERROR;
    iterator_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word boundaries: its data is missing");
}

WordBoundaries::WordBoundaries(WordBoundaries&&) noexcept = default;
WordBoundaries& WordBoundaries::operator=(WordBoundaries&&) noexcept = default;
WordBoundaries::~WordBoundaries() = default;

std::vector<WordSpan> WordBoundaries::find(std::string_view text, std::string_view lang) {
    if (text.size() > std::numeric_limits<std::int32_t>::max()) throw std::length_error("a text of more than 2 GB");
    std::vector<WordSpan> words;
    words.reserve(text.size() / 5);
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
        } else if (const auto end = plain_run(text, at)) {
            append_plain_words(text, at, *end, words);
            at = *end;
        } else {
            const auto behind = foreign_run(text, at);
            iterator_->append(text, at, behind, words);
            at = behind;
        }
    }
    return elides(lang) ? split_elisions(text, words) : words;
}

std::vector<WordSpan> WordBoundaries::find_by_icu(std::string_view text, std::string_view lang) {
    if (text.size() > std::numeric_limits<std::int32_t>::max()) throw std::length_error("a text of more than 2 GB");
    std::vector<WordSpan> words;
    iterator_->append(text, 0, text.size(), words);
    return elides(lang) ? split_elisions(text, words) : words;
}

}  // namespace palermo
