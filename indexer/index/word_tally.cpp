// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/word_tally.hpp"

#include <algorithm>
#include <array>

namespace palermo {

bool WordTally::add(const ForwardDocument& document) {
    const auto words = document.words();
    if (std::ranges::any_of(words, [this](std::uint32_t word) { return word >= counts_.size(); })) return false;
    std::array<std::vector<std::uint32_t>, layout::text_fields.size()> by_field;
    for (const auto& run : document.runs()) {
        const auto begin = words.begin() + run.first_word;
        by_field[run.field].insert(by_field[run.field].end(), begin, begin + run.size);
    }
    for (const auto word : words) ++counts_[word].count;
    for (std::size_t field = 0; field < by_field.size(); ++field) {
        auto& here = by_field[field];
        std::ranges::sort(here);
        here.erase(std::unique(here.begin(), here.end()), here.end());
        for (const auto word : here) ++counts_[word].documents[field];
    }
    return true;
}

}  // namespace palermo
