// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/duplicates.hpp"

#include "indexer/analysis/completion_key.hpp"
#include "indexer/analysis/identifier.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <vector>

namespace palermo {
namespace {

/// Titles that share this much of their words are similar: "R v Tang" and "The Queen v Tang" share two of four.
constexpr double similar_share = 0.4;

std::set<std::string> words_of(const std::string& title) {
    std::istringstream stream(completion_key(title));
    return {std::istream_iterator<std::string>(stream), {}};
}

const Identifier* shared_citation(const CaseRecord& one, const CaseRecord& other) {
    for (const auto& identifier : one.identifiers) {
        if (identifier.scheme == "docket" || identifier.scheme == "application") continue;
        const auto folded = fold_identifier(identifier.value);
        const bool is_shared = std::ranges::any_of(
            other.identifiers, [&](const Identifier& each) { return !folded.empty() && fold_identifier(each.value) == folded; });
        if (is_shared) return &identifier;
    }
    return nullptr;
}

bool share_court_and_day(const CaseRecord& one, const CaseRecord& other) {
    return std::ranges::any_of(one.proceedings, [&](const Proceeding& proceeding) {
        if (proceeding.court.empty() || !proceeding.decided || !proceeding.decided->day()) return false;
        return std::ranges::any_of(other.proceedings, [&](const Proceeding& each) {
            return each.decided == proceeding.decided && fold_identifier(each.court) == fold_identifier(proceeding.court);
        });
    });
}

}  // namespace

bool are_similar_titles(const std::string& one, const std::string& other) {
    const auto words = words_of(one);
    const auto others = words_of(other);
    std::vector<std::string> shared;
    std::ranges::set_intersection(words, others, std::back_inserter(shared));
    const auto all = words.size() + others.size() - shared.size();
    return all > 0 && static_cast<double>(shared.size()) >= similar_share * static_cast<double>(all);
}

std::optional<std::string> why_duplicate(const CaseRecord& one, const CaseRecord& other) {
    if (const auto* citation = shared_citation(one, other)) return "both are " + citation->value;
    if (share_court_and_day(one, other) && are_similar_titles(one.title.text, other.title.text))
        return "the same court on the same day, and a similar title";
    return std::nullopt;
}

}  // namespace palermo
