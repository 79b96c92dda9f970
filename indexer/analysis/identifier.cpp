// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/identifier.hpp"

#include "indexer/analysis/completion_key.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace palermo {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 5> words_for_number{"no", "nos", "nr", "n", "num"};

bool is_number(std::string_view word) { return word.front() >= '0' && word.front() <= '9'; }

Words words_of(std::string_view key) {
    Words words;
    for (std::size_t begin = 0; begin < key.size();) {
        const auto end = std::min(key.find(' ', begin), key.size());
        words.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

void drop_word_for_number(Words& words) {
    const auto count = words.size();
    // "n.º" is two words.
    if (count >= 2 && words[count - 2] == "n" && words[count - 1] == "o")
        words.resize(count - 2);
    else if (count >= 1 && std::ranges::find(words_for_number, words.back()) != words_for_number.end())
        words.pop_back();
}

}  // namespace

std::string fold_identifier(std::string_view identifier) {
    const auto key = completion_key(identifier);
    Words kept;
    for (const auto word : words_of(key)) {
        if (is_number(word)) drop_word_for_number(kept);
        kept.push_back(word);
    }
    std::string joined;
    for (const auto word : kept) joined += word;
    return joined;
}

}  // namespace palermo
