// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/word_boundaries.hpp"

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

void add_word(std::vector<WordSpan>& words, std::string_view text, WordSpan word, bool elision) {
    const auto split = elision ? elision_end(text.substr(word.begin, word.end - word.begin)) : 0;
    if (split > 0) {
        const auto article_end = word.begin + static_cast<std::uint32_t>(split);
        const auto mark = static_cast<std::uint32_t>(apostrophe_size(text.substr(word.begin, split)));
        words.push_back({word.begin, article_end - mark});
        word.begin = article_end;
    }
    words.push_back(word);
}

}  // namespace

struct WordBoundaries::Iterator {
    std::unique_ptr<icu::BreakIterator> words;
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
    auto status = U_ZERO_ERROR;
    // A UText over UTF-8 gives boundaries as bytes of the original text; broken bytes read as U+FFFD.
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->words->setText(&utext, status);
    std::vector<WordSpan> words;
    if (U_SUCCESS(status)) {
        const bool elision = elides(lang);
        auto begin = iterator_->words->first();
        for (auto end = iterator_->words->next(); end != icu::BreakIterator::DONE; begin = end, end = iterator_->words->next()) {
            if (iterator_->words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
            add_word(words, text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, elision);
        }
    }
    utext_close(&utext);
    return words;
}

}  // namespace palermo
