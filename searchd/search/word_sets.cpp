// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/word_sets.hpp"

#include <algorithm>

namespace palermo {

const WordSet& WordSets::of(std::size_t segment, const std::vector<std::string>& terms) {
    const auto [known, is_new] = by_segment_[segment].try_emplace(terms);
    auto& all = known->second;
    if (!is_new) return all;
    for (const auto& term : terms) {
        const auto found = snapshot_.forward(segment).find(term);
        if (found.words.empty()) continue;
        all.field = found.field;
        all.words.insert(all.words.end(), found.words.begin(), found.words.end());
    }
    std::ranges::sort(all.words);
    all.words.erase(std::unique(all.words.begin(), all.words.end()), all.words.end());
    return all;
}

}  // namespace palermo
