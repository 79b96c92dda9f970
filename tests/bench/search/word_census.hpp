// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/question.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace palermo::bench {

/// What questions are drawn from.
struct SampleRecord {
    std::vector<std::vector<std::string>> runs;  ///< words that stand side by side with nothing but blanks between them
    std::vector<FacetChoice> choices;

    [[nodiscard]] std::vector<std::string> distinct_words() const;
};

/// How common words are, and some records.
struct WordCensus {
    std::unordered_map<std::string, std::uint32_t> records_with;
    std::size_t records = 0;
    std::vector<SampleRecord> samples;

    [[nodiscard]] double share_of(const std::string& word) const;
    /// False when the stem of the word is itself a word here with another stem, as where "accuseded" was coined of "accused": whether it is
    /// found then depends on how an engine keeps the two apart.
    [[nodiscard]] bool is_clear(const std::string& word) const;
};

/// Reads a file of flat records once. Words are of ASCII letters, in lower case: every engine takes them for one word.
[[nodiscard]] WordCensus take_census(const std::filesystem::path& flat_file, std::uint64_t seed);

}  // namespace palermo::bench
