// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_values.hpp"

#include "corpus/facet_label.hpp"
#include "corpus/nearest.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace palermo {
namespace {

bool is_year(const std::string& value) {
    constexpr std::size_t digits = 4;
    return value.size() == digits && std::ranges::all_of(value, [](char digit) { return digit >= '0' && digit <= '9'; });
}

/// Those that the collection has, and those that it could have.
std::vector<std::string> known_values(Facet facet, const Snapshot& snapshot) {
    auto values = snapshot.facet_values(facet);
    std::ranges::move(facet_codes(facet), std::back_inserter(values));
    if (!is_hierarchical(facet)) return values;
    const auto& [legal_concepts, evidential_issues] = snapshot.vocabularies();
    const auto& vocabulary = facet == Facet::legal_concept ? legal_concepts : evidential_issues;
    for (const auto& entry : vocabulary.concepts()) values.push_back(entry.id);
    return values;
}

Result<void> check(Facet facet, const std::string& value, const Snapshot& snapshot) {
    if (value == not_recorded || (facet == Facet::year && is_year(value))) return {};
    const auto known = known_values(facet, snapshot);
    if (std::ranges::find(known, value) != known.end()) return {};
    const auto name = std::string(name_of(facet));
    const auto meant = nearest(value, known);
    return error_at({}, "There is no " + name + " \"" + value + "\".",
                    meant ? "Did you mean \"" + *meant + "\"?" : "Choose one of those that the page lists, or leave " + name + " out.");
}

}  // namespace

Result<void> check_facet_values(const SearchRequest& request, const Snapshot& snapshot) {
    for (const auto facet : all_facets) {
        const auto& selection = request.facets[facet];
        for (const auto* values : {&selection.included, &selection.excluded}) {
            for (const auto& value : *values) {
                if (auto checked = check(facet, value, snapshot); !checked) return checked;
            }
        }
    }
    return {};
}

}  // namespace palermo
