// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/word_span.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace palermo {

/// Finds words by Unicode's rules and ICU's dictionaries (Thai, Lao, Khmer, Chinese, Japanese), plain text
/// without them (see plain_words.hpp). Holds ICU state: one a thread.
class WordBoundaries {
public:
    WordBoundaries();
    WordBoundaries(WordBoundaries&&) noexcept;
    WordBoundaries& operator=(WordBoundaries&&) noexcept;
    ~WordBoundaries();

    /// The words of `text` (UTF-8; broken bytes end a word). Spaces and punctuation are left out; an elided article (`l'`, `d’`) is a word
    /// of its own in French, Italian and Catalan.
    [[nodiscard]] std::vector<WordSpan> find(std::string_view text, std::string_view lang);

    /// The same by ICU alone: what the fast path is tested against.
    [[nodiscard]] std::vector<WordSpan> find_by_icu(std::string_view text, std::string_view lang);

private:
    struct Iterator;
    std::unique_ptr<Iterator> iterator_;
};

}  // namespace palermo
