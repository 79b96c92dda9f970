// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/word_list.hpp"

#define XXH_INLINE_ALL  // a word is hashed in less time than a function is called
#include <xxhash.h>

#include <algorithm>
#include <tuple>

namespace palermo {

std::size_t WordList::Hash::operator()(const Key& key) const {
    return XXH3_64bits_withSeed(key.stem.data(), key.stem.size(), XXH3_64bits(key.word.data(), key.word.size()));
}

std::uint32_t WordList::add(std::string_view word, std::string_view stem) {
    if (stem == word) stem = {};
    auto known = numbers_.find({word, stem});
    if (known == numbers_.end()) {
        const auto& entry = entries_.emplace_back(Entry{.word = std::string(word), .stem = std::string(stem), .counts = {}});
        known = numbers_.emplace(Key{entry.word, entry.stem}, size() - 1).first;
    }
    return known->second;
}

void WordList::count(std::uint32_t number, const WordCounts& more) {
    auto& counts = entries_[number].counts;
    counts.count += more.count;
    for (std::size_t field = 0; field < more.documents.size(); ++field) counts.documents[field] += more.documents[field];
}

std::vector<std::uint32_t> WordList::as_they_came() const {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < size(); ++number) {
        if (at(number).counts.count > 0) numbers.push_back(number);
    }
    return numbers;
}

std::vector<std::uint32_t> WordList::by_frequency() const {
    auto numbers = as_they_came();
    std::ranges::sort(numbers, [this](std::uint32_t one, std::uint32_t other) {
        const auto& left = at(one);
        const auto& right = at(other);
        return std::tie(right.counts.count, left.word, left.stem) < std::tie(left.counts.count, right.word, right.stem);
    });
    return numbers;
}

}  // namespace palermo
