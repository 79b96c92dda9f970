// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/word_codes.hpp"

#include <boost/dynamic_bitset.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace palermo {

/// Puts the words of documents into the form that index/packed_words describes. Keeps its tables from one document to the next.
class PackedWordsWriter {
public:
    /// `codes`: of each word, in their order.
    void append(WordCodes codes, std::string& bytes);

private:
    void append_by_code(WordCodes codes, std::string& bytes);

    static constexpr std::size_t all_codes = std::size_t{rare_code} + 1;

    boost::dynamic_bitset<> present_ = boost::dynamic_bitset<>(all_codes);
    /// By code: how many there are, then where the next one goes.
    std::vector<std::uint16_t> next_ = std::vector<std::uint16_t>(all_codes);
};

}  // namespace palermo
