// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/any_words.hpp"

#include <utility>

namespace palermo::query {

Node with_any_of_its_words(const Node& query, bool phrases_too) {
    const auto* both = std::get_if<And>(&query.value);
    if (both == nullptr) return query;
    Or words;
    And all;
    for (const auto& child : both->children) {
        const auto* word = std::get_if<Word>(&child.value);
        const bool may_be_missing = (word != nullptr && !word->is_prefix) || (phrases_too && std::holds_alternative<Phrase>(child.value));
        if (may_be_missing)
            words.children.push_back(child);
        else
            all.children.push_back(child);
    }
    if (words.children.size() < 2) return query;
    Node either{std::move(words), query.span};
    if (all.children.empty()) return either;
    all.children.insert(all.children.begin(), std::move(either));
    return {std::move(all), query.span};
}

}  // namespace palermo::query
