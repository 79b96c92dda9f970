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

/// The words of one language as they were written, and their forms. Each word has one place and gives it up to the next that belongs there:
/// the frequent ones, which matter, are soon back.
class KnownWords {
public:
    struct Entry {
        std::string written;
        WordForms forms;
    };

    Entry& place_of(std::string_view written) { return places_[std::hash<std::string_view>()(written) % places]; }

private:
    /// 4 MB. Measured: twice as many are a tenth faster, half as many a tenth slower.
    static constexpr std::size_t places = 1U << 15U;
    std::vector<Entry> places_ = std::vector<Entry>(places);
};

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
        auto& entry = words.place_of(written);
        if (entry.written != written) entry = {std::string(written), forms_of(written, lang)};
        return entry.forms;
    }

    /// The words among `spans` of the text, one by one.
    template <class Use>
    void walk(std::span<const WordSpan> spans, std::string_view text, std::string_view lang, std::uint32_t position, const Use& use) {
        auto& words = known_in(lang);
        for (const auto span : spans) {
            const auto& forms = look_up(words, text.substr(span.begin, span.end - span.begin), lang);
            if (!forms.word.empty()) use(forms, TokenPlace{.position = position++, .begin = span.begin, .end = span.end});
        }
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
    state_->walk(spans, text, lang, first_position, [&](const WordForms& forms, const TokenPlace& place) {
        tokens.push_back({forms, place});
    });
    return tokens;
}

void Analyzer::for_each_token(std::string_view text, std::string_view lang, std::uint32_t first_position,
                              const std::function<void(const WordForms&, const TokenPlace&)>& use) {
    state_->walk(state_->boundaries.find(text, lang), text, lang, first_position, use);
}

std::vector<std::uint32_t> Analyzer::sentence_starts(std::string_view text, std::span<const TokenPlace> places) {
    std::vector<std::uint32_t> positions;
    auto place = places.begin();
    for (const auto start : state_->sentences.find(text)) {
        place = std::find_if(place, places.end(), [start](const TokenPlace& candidate) { return candidate.begin >= start; });
        if (place == places.end()) break;
        if (positions.empty() || positions.back() != place->position) positions.push_back(place->position);
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
