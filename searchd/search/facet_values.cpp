// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_values.hpp"

#include "corpus/nearest.hpp"
#include "indexer/analysis/normalizer.hpp"
#include "indexer/index/known_values.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace palermo {
namespace {

bool is_year(const std::string& value) {
    constexpr std::size_t digits = 4;
    return value.size() == digits && std::ranges::all_of(value, [](char digit) { return digit >= '0' && digit <= '9'; });
}

/// A code in letters of the other case, or what is a slip away.
std::optional<std::string> meant_by(const std::string& value, const std::vector<std::string>& known) {
    const auto wanted = fold_word(value);
    const auto same = std::ranges::find_if(known, [&](const std::string& each) { return fold_word(each) == wanted; });
    return same != known.end() ? *same : nearest(value, known);
}

Result<void> check(Facet facet, const std::string& value, const Snapshot& snapshot) {
    if (value == not_recorded || (facet == Facet::year && is_year(value))) return {};
    // Also by an id that another concept stands for now.
    if (is_hierarchical(facet) && snapshot.vocabularies().of(facet).resolve(value) != nullptr) return {};
    const auto& recorded = snapshot.facet_values(facet);
    if (std::ranges::find(recorded, value) != recorded.end()) return {};
    const auto known = known_values(snapshot, facet);
    if (std::ranges::find(known, value) != known.end()) return {};
    const auto name = std::string(name_of(facet));
    const auto meant = meant_by(value, known);
    return error_at({}, "There is no " + name + " \"" + value + "\".",
                    meant ? "Did you mean \"" + *meant + "\"?" : "Choose one of those that are listed, or leave " + name + " out.");
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

SearchRequest without_unknown_values(SearchRequest request, const Snapshot& snapshot) {
    for (const auto facet : all_facets) {
        const auto is_unknown = [&](const std::string& value) { return check(facet, value, snapshot).has_error(); };
        std::erase_if(request.facets[facet].included, is_unknown);
        std::erase_if(request.facets[facet].excluded, is_unknown);
    }
    return request;
}

}  // namespace palermo
