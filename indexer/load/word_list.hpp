// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/forward_index.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// The words of a segment that is being made, each with its stem, numbered as they come; see ForwardWord.
class WordList {
public:
    struct Entry {
        std::string word;
        std::string stem;  ///< empty: the word itself, also where it has none
        WordCounts counts;
    };

    /// The number of a word, which is new when it is.
    std::uint32_t add(std::string_view word, std::string_view stem);
    /// It stands in so many texts more.
    void count(std::uint32_t number, const WordCounts& more);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
    [[nodiscard]] const Entry& at(std::uint32_t number) const { return entries_[number]; }

    /// Numbers of the words that stand somewhere, ascending.
    [[nodiscard]] std::vector<std::uint32_t> as_they_came() const;
    /// The same, the most frequent first: what they are to be called in the file. Independent of the order
    /// in which they came.
    [[nodiscard]] std::vector<std::uint32_t> by_frequency() const;

private:
    struct Key {
        std::string_view word;
        std::string_view stem;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        using is_avalanching = void;
        std::size_t operator()(const Key& key) const;
    };

    std::deque<Entry> entries_;  ///< stay where they are: the keys point into them
    boost::unordered_flat_map<Key, std::uint32_t, Hash> numbers_;
};

}  // namespace palermo
