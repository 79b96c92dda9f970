// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Snowball stems by language. Holds state: one a thread.
class Stemmer {
public:
    /// The two-letter codes that stems exist for, sorted.
    [[nodiscard]] static const std::vector<std::string>& languages();

    Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    ~Stemmer();

    /// The stem of a folded word in `lang` (BCP 47; only the language counts); empty when that language has no stems.
    [[nodiscard]] std::string stem(const std::string& word, std::string_view lang);

private:
    struct Algorithms;
    std::unique_ptr<Algorithms> algorithms_;
};

}  // namespace palermo
