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

/// The words of one language as they were written, and their forms. A word has a pair of places, the first for the one that was added last:
/// a third word pushes out the one in the second. The frequent ones, which matter, are soon back. Whoever reads little, as a search does,
/// has few places.
class KnownWords {
public:
    struct Entry {
        std::string written;
        WordForms forms;
    };

    [[nodiscard]] const Entry* find(std::string_view written) const {
        const auto place = place_of(written);
        for (const auto* entry : {&places_[place], &places_[place + 1]}) {
            if (entry->written == written) return entry;
        }
        return nullptr;
    }

    /// For a word that is not there.
    const Entry& add(Entry entry) {
        if (++added_ > places_.size() && places_.size() < most_places) grow();
        return put(std::move(entry));
    }

private:
    static constexpr std::size_t fewest_places = 1U << 8U;
    /// 4 MB. Measured: twice as many are a tenth faster, half as many a tenth slower.
    static constexpr std::size_t most_places = 1U << 15U;

    /// The first of its pair.
    [[nodiscard]] std::size_t place_of(std::string_view written) const {
        return std::hash<std::string_view>()(written) & (places_.size() - 1) & ~std::size_t{1};
    }

    const Entry& put(Entry entry) {
        const auto place = place_of(entry.written);
        places_[place + 1] = std::exchange(places_[place], std::move(entry));
        return places_[place];
    }

    void grow() {
        std::vector<Entry> fewer(places_.size() * 2);
        places_.swap(fewer);
        for (auto& entry : fewer) {
            if (!entry.written.empty()) put(std::move(entry));
        }
    }

    std::vector<Entry> places_ = std::vector<Entry>(fewest_places);  ///< a power of two of them
    std::size_t added_ = 0;
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
        if (const auto* entry = words.find(written)) return entry->forms;
        return words.add({std::string(written), forms_of(written, lang)}).forms;
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
