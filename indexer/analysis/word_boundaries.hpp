// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace palermo {

/// A word of a text as bytes [begin, end) of it.
struct WordSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Finds words by Unicode's rules and ICU's dictionaries (Thai, Lao, Khmer, Chinese, Japanese). Holds ICU state: one a thread.
class WordBoundaries {
public:
    WordBoundaries();
    WordBoundaries(WordBoundaries&&) noexcept;
    WordBoundaries& operator=(WordBoundaries&&) noexcept;
    ~WordBoundaries();

    /// The words of `text` (UTF-8; broken bytes end a word). Spaces and punctuation are left out; an elided article (`l'`, `d’`) is a word
    /// of its own in French, Italian and Catalan.
    [[nodiscard]] std::vector<WordSpan> find(std::string_view text, std::string_view lang);

private:
    struct Iterator;
    std::unique_ptr<Iterator> iterator_;
};

}  // namespace palermo
