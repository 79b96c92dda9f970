// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_values.hpp"

#include "corpus/shortened.hpp"
#include "indexer/index/known_values.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace palermo {
namespace {

bool is_year(const std::string& value) {
    constexpr std::size_t digits = 4;
    return value.size() == digits && std::ranges::all_of(value, [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool is_known(Facet facet, const std::string& value, const Snapshot& snapshot) {
    if (value == not_recorded || (facet == Facet::year && is_year(value))) return true;
    // Also by an id that another concept stands for now.
    if (is_hierarchical(facet) && snapshot.vocabularies().of(facet).resolve(value) != nullptr) return true;
    const auto& recorded = snapshot.facet_values(facet);
    if (std::ranges::find(recorded, value) != recorded.end()) return true;
    const auto known = known_values(snapshot, facet);
    return std::ranges::find(known, value) != known.end();
}

std::string mend_for(const Vocabularies& vocabularies, Facet facet, const std::string& value, std::vector<std::string> known) {
    known.emplace_back(not_recorded);
    if (const auto meant = meant_value(vocabularies, facet, value, known)) return "Did you mean \"" + *meant + "\"?";
    if (facet == Facet::year) return "Write a year in four digits.";
    const auto all = told_if_few(std::move(known));
    return all.empty() ? "Choose one that a search without " + std::string(name_of(facet)) + " lists." : all;
}

Diagnostic unknown(Facet facet, const std::string& value, const Snapshot& snapshot) {
    return error_at({}, "There is no " + std::string(name_of(facet)) + ' ' + in_quotes(value) + '.',
                    mend_for(snapshot.vocabularies(), facet, value, known_values(snapshot, facet)));
}

}  // namespace

Result<void> check_facet_values(const SearchRequest& request, const Snapshot& snapshot) {
    for (const auto facet : all_facets) {
        const auto& selection = request.facets[facet];
        for (const auto* values : {&selection.included, &selection.excluded}) {
            for (const auto& value : *values) {
                if (!is_known(facet, value, snapshot)) return unknown(facet, value, snapshot);
            }
        }
    }
    return {};
}

SearchRequest without_unknown_values(SearchRequest request, const Snapshot& snapshot) {
    for (const auto facet : all_facets) {
        const auto is_unknown = [&](const std::string& value) { return !is_known(facet, value, snapshot); };
        std::erase_if(request.facets[facet].included, is_unknown);
        std::erase_if(request.facets[facet].excluded, is_unknown);
    }
    return request;
}

}  // namespace palermo
