// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/analyzer.hpp"

#include "indexer/analysis/normalizer.hpp"
#include "indexer/analysis/sentence_boundaries.hpp"
#include "indexer/analysis/stemmer.hpp"
#include "indexer/analysis/word_boundaries.hpp"

#include <unicode/uvernum.h>

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
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

/// Enough for the vocabulary of a day's texts; when full it is emptied, which costs less than knowing the oldest word.
constexpr std::size_t max_known_words = 50'000;

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// The words of one language as they were written, and their forms.
using KnownWords = std::unordered_map<std::string, WordForms, Hash, std::equal_to<>>;

}  // namespace

struct Analyzer::State {
    WordBoundaries boundaries;
    SentenceBoundaries sentences;
    Stemmer stemmer;
    std::map<std::string, KnownWords, std::less<>> known;

    KnownWords& known_in(std::string_view lang) {
        const auto found = known.find(lang);
        return found != known.end() ? found->second : known.emplace(std::string(lang), KnownWords()).first->second;
    }

    WordForms forms_of(std::string_view written, std::string_view lang) {
        auto folded = fold(written);
        if (folded.word.size() > longest_word) return {.word = shortened(std::move(folded.word)), .exact = {}, .stem = {}};
        WordForms forms{.word = std::move(folded.word), .exact = {}, .stem = {}};
        if (forms.word.empty()) return forms;
        if (folded.exact != forms.word) forms.exact = shortened(std::move(folded.exact));
        forms.stem = stemmer.stem(forms.word, lang);
        return forms;
    }

    const WordForms& look_up(KnownWords& words, std::string_view written, std::string_view lang) {
        if (const auto found = words.find(written); found != words.end()) return found->second;
        if (words.size() >= max_known_words) words.clear();
        return words.emplace(std::string(written), forms_of(written, lang)).first->second;
    }
};

AnalyzerSettings Analyzer::settings() { return {.version = 1, .icu_version = U_ICU_VERSION, .stemmed_languages = Stemmer::languages()}; }

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view lang, std::uint32_t first_position) {
    const auto spans = state_->boundaries.find(text, lang);
    std::vector<Token> tokens;
    tokens.reserve(spans.size());
    auto& known = state_->known_in(lang);
    auto position = first_position;
    for (const auto span : spans) {
        const auto& forms = state_->look_up(known, text.substr(span.begin, span.end - span.begin), lang);
        if (forms.word.empty()) continue;
        tokens.push_back({forms, position++, span.begin, span.end});
    }
    return tokens;
}

std::vector<std::uint32_t> Analyzer::sentence_starts(std::string_view text, const std::vector<Token>& tokens) {
    std::vector<std::uint32_t> positions;
    auto token = tokens.begin();
    for (const auto start : state_->sentences.find(text)) {
        token = std::find_if(token, tokens.end(), [start](const Token& candidate) { return candidate.begin >= start; });
        if (token == tokens.end()) break;
        if (positions.empty() || positions.back() != token->position) positions.push_back(token->position);
    }
    return positions;
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
