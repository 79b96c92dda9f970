// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace palermo::bench {

/// Made-up English as courts write it: the words of the bundled cases, then inflections of them, as often as Zipf's law has it, in
/// sentences and paragraphs with names, numbers, citations, curly quotes and dashes. The same seed and cases give the same text on every
/// machine.
class EnglishText {
public:
    EnglishText(const std::filesystem::path& cases, std::uint64_t seed);

    /// The next text, of at least `bytes` and at most one sentence more.
    [[nodiscard]] std::string next(std::size_t bytes);

    [[nodiscard]] std::size_t vocabulary_size() const { return words_.size(); }

private:
    double share();                        ///< of 1, as random
    std::size_t below(std::size_t limit);  ///< a random number
    const std::string& word();
    std::string name();
    std::string number();
    std::string citation();
    std::string piece();
    std::string sentence();

    std::mt19937_64 random_;
    std::vector<std::string> words_;  ///< the most frequent first
    std::vector<double> sums_;        ///< of the frequencies up to each word
};

}  // namespace palermo::bench
