// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/search_results.hpp"

namespace palermo::bench {

const ContestantResult* SearchResults::find(const std::string& key) const {
    for (const auto& one : contestants) {
        if (one.contestant.key == key && one.contestant.missing.empty()) return &one;
    }
    return nullptr;
}

const ModeResult* SearchResults::find(const std::string& key, Mode mode) const {
    const auto* one = find(key);
    const auto found = one != nullptr ? one->modes.find(mode) : std::map<Mode, ModeResult>::const_iterator();
    return one == nullptr || found == one->modes.end() || found->second.answers.empty() ? nullptr : &found->second;
}

}  // namespace palermo::bench
