// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer_settings.hpp"
#include "indexer/analysis/token.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// How text becomes tokens: Unicode word boundaries, NFKC case folding, accents folded away, Snowball stems by language.
/// Deterministic. Holds ICU and stemmer state and remembers the forms of words: one analyzer a thread.
class Analyzer {
public:
    /// Of this build; what the indexer writes.
    [[nodiscard]] static AnalyzerSettings settings();

    Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;
    ~Analyzer();

    /// Tokens of `text` (UTF-8; bytes that are not are replaced) written in `lang` (BCP 47; unknown: no stems), positions from
    /// `first_position`.
    [[nodiscard]] std::vector<Token> analyze(std::string_view text, std::string_view lang, std::uint32_t first_position = 1);

    /// The same one by one, with nothing copied: the forms are gone after the call.
    void for_each_token(std::string_view text, std::string_view lang, std::uint32_t first_position,
                        const std::function<void(const WordForms& forms, const TokenPlace& place)>& use);

    /// The positions of those of the words of `text`, which stand at `places`, that begin a sentence.
    [[nodiscard]] std::vector<std::uint32_t> sentence_starts(std::string_view text, std::span<const TokenPlace> places);

    /// The stems of an already folded word in each of `languages`, each once: what a query word is looked up by.
    [[nodiscard]] std::vector<std::string> stems(const std::string& word, const std::vector<std::string>& languages);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace palermo
