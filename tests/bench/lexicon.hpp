// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/random.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace palermo::bench {

/// The words of a made-up English: those of the bundled cases, then inflections of them, then coined words, as often as Zipf's law has it;
/// and names without end. The same cases give the same lexicon on every machine. Immutable, safe to share between threads.
class Lexicon {
public:
    /// `size` words, those from the rank `rare` on seldom; see ZipfRanks. Throws when the folder has no case.
    Lexicon(const std::filesystem::path& cases, std::size_t size, double rare = ZipfRanks::never);

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const std::string& word(std::size_t rank) const { return words_[rank]; }  ///< the most frequent first
    [[nodiscard]] std::size_t rank(Random& random) const { return ranks_.pick(random); }

    /// A surname with a capital: some are everywhere, most hardly anywhere.
    [[nodiscard]] std::string name(Random& random) const;

private:
    std::vector<std::string> words_;
    ZipfRanks ranks_;
    ZipfRanks syllables_;
};

/// With its first letter as a capital, if that is an ASCII letter.
[[nodiscard]] std::string capitalized(std::string word);

}  // namespace palermo::bench
