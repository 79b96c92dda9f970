// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/known_values.hpp"

#include "corpus/facet_label.hpp"

#include <unordered_set>

namespace palermo {

std::vector<std::string> known_values(const Snapshot& snapshot, Facet facet) {
    auto values = snapshot.facet_values(facet);
    std::unordered_set<std::string> seen(values.begin(), values.end());
    const auto add = [&](const std::string& value) {
        if (seen.insert(value).second) values.push_back(value);
    };
    for (const auto& code : facet_codes(facet)) add(code);
    if (!is_hierarchical(facet)) return values;
    for (const auto& entry : snapshot.vocabularies().of(facet).concepts()) add(entry.id);
    return values;
}

}  // namespace palermo
