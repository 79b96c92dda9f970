// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/known_values.hpp"

#include "corpus/country_code.hpp"
#include "corpus/facet_label.hpp"
#include "corpus/label_languages.hpp"
#include "corpus/nearest.hpp"
#include "indexer/analysis/normalizer.hpp"

#include <algorithm>
#include <cstddef>
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

std::optional<std::string> value_called(const Vocabularies& vocabularies, Facet facet, std::string_view words,
                                        const std::vector<std::string>& known) {
    const auto wanted = fold_word(words);
    const auto same = std::ranges::find_if(known, [&](const std::string& each) { return fold_word(each) == wanted; });
    if (same != known.end()) return *same;
    const auto is_called_so = [&](const std::string& each) {
        return std::ranges::any_of(
            label_languages, [&](std::string_view lang) { return fold_word(facet_label(facet, each, vocabularies, lang)) == wanted; });
    };
    const auto called = std::ranges::find_if(known, is_called_so);
    if (called != known.end()) return *called;
    return facet == Facet::jurisdiction ? country_called(wanted) : std::nullopt;
}

std::optional<std::string> meant_value(const Vocabularies& vocabularies, Facet facet, const std::string& value,
                                       const std::vector<std::string>& known) {
    if (auto called = value_called(vocabularies, facet, value, known)) return called;
    return facet == Facet::year || !is_long_enough_to_guess(value) ? std::nullopt : nearest(value, known);
}

std::string told_if_few(std::vector<std::string> values) {
    constexpr std::size_t few = 20;
    if (values.size() > few) return {};
    std::ranges::sort(values);
    std::string names;
    for (const auto& value : values) names += (names.empty() ? "" : ", ") + value;
    return "The values are " + names + '.';
}

}  // namespace palermo
