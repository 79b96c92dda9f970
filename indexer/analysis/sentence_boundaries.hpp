// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace palermo {

/// Finds sentences by Unicode's rules, less the breaks that lawyers' abbreviations would make ("v. Tang", "No. 5", "J. Smith").
/// Holds ICU state: one a thread.
class SentenceBoundaries {
public:
    SentenceBoundaries();
    SentenceBoundaries(SentenceBoundaries&&) noexcept;
    SentenceBoundaries& operator=(SentenceBoundaries&&) noexcept;
    ~SentenceBoundaries();

    /// The bytes at which the sentences of `text` begin, the first of them 0; empty for an empty text.
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view text);
    /// The same, with ICU asked about every character: what find() must agree with.
    [[nodiscard]] std::vector<std::uint32_t> find_by_icu(std::string_view text);

private:
    struct Iterator;
    std::unique_ptr<Iterator> iterator_;
};

}  // namespace palermo
