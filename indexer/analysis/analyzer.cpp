// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/analyzer.hpp"

#include "indexer/analysis/normalizer.hpp"
#include "indexer/analysis/stemmer.hpp"
#include "indexer/analysis/word_boundaries.hpp"

#include <unicode/uvernum.h>

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

/// A longer "word" is a key or a picture in letters: its first bytes are kept, as written words are, and it has no stem.
constexpr std::size_t longest_word = 64;

/// At most `longest_word` bytes, cut between characters.
std::string shortened(std::string word) {
    if (word.size() <= longest_word) return word;
    auto end = longest_word;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
    word.resize(end);
    return word;
}

}  // namespace

struct Analyzer::State {
    WordBoundaries boundaries;
    Stemmer stemmer;
};

AnalyzerSettings Analyzer::settings() { return {.version = 1, .icu_version = U_ICU_VERSION, .stemmed_languages = Stemmer::languages()}; }

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view lang, std::uint32_t first_position) {
    std::vector<Token> tokens;
    auto position = first_position;
    for (const auto span : state_->boundaries.find(text, lang)) {
        auto word = fold_word(text.substr(span.begin, span.end - span.begin));
        if (word.empty()) continue;
        const bool is_long = word.size() > longest_word;
        word = shortened(std::move(word));
        auto stem = is_long ? std::string() : state_->stemmer.stem(word, lang);
        tokens.push_back({.word = std::move(word), .stem = std::move(stem), .position = position++, .begin = span.begin, .end = span.end});
    }
    return tokens;
}

std::vector<std::string> Analyzer::stems(const std::string& word, const std::vector<std::string>& languages) {
    std::vector<std::string> found;
    if (word.size() >= longest_word) return found;
    for (const auto& language : languages) {
        auto stem = state_->stemmer.stem(word, language);
        if (!stem.empty() && std::ranges::find(found, stem) == found.end()) found.push_back(std::move(stem));
    }
    return found;
}

}  // namespace palermo
