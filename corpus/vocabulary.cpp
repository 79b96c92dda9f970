// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.hpp"

#include "corpus/nearest.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
Vocabulary::Vocabulary(std::string scheme, std::string version, std::vector<Concept> concepts)
    : scheme_(std::move(scheme)), version_(std::move(version)), concepts_(std::move(concepts)) {
    for (std::size_t i = 0; i < concepts_.size(); ++i) position_.emplace(concepts_[i].id, i);
    for (std::size_t i = 0; i < concepts_.size(); ++i) {
        if (!concepts_[i].replaced_by.empty()) continue;
        const auto* parent = above(concepts_[i]);
        narrower_[parent == nullptr ? std::string() : parent->id].push_back(i);
    }
}

const Concept* Vocabulary::find(std::string_view id) const {
    const auto found = position_.find(std::string(id));
    return found == position_.end() ? nullptr : &concepts_[found->second];
}

const Concept* Vocabulary::resolve(std::string_view id) const {
    const auto* entry = find(id);
    while (entry != nullptr && !entry->replaced_by.empty()) entry = find(entry->replaced_by);
    return entry;
}

std::vector<const Concept*> Vocabulary::narrower(std::string_view id) const {
    std::vector<const Concept*> found;
    const auto children = narrower_.find(std::string(id));
    if (children == narrower_.end()) return found;
    for (const auto position : children->second) found.push_back(&concepts_[position]);
    return found;
}

std::vector<std::string> Vocabulary::with_ancestors(std::string_view id) const {
    std::vector<std::string> chain;
    for (const auto* entry = resolve(id); entry != nullptr; entry = above(*entry)) chain.push_back(entry->id);
    return chain;
}

std::string_view Vocabulary::label(std::string_view id, std::string_view lang) const {
    const auto* entry = resolve(id);
    if (entry == nullptr) return id;
    for (const auto wanted : {lang, std::string_view("en")}) {
        const auto found =
            std::ranges::find(entry->labels, wanted, [](const ConceptLabel& label) -> std::string_view { return label.label.lang; });
        if (found != entry->labels.end()) return found->label.text;
    }
    return entry->id;
}

std::optional<std::string> Vocabulary::nearest_id(std::string_view id) const {
    std::vector<std::string> ids;
    for (const auto& entry : concepts_) {
        if (entry.is_live()) ids.push_back(entry.id);
    }
    return nearest(id, ids);
}

}  // namespace palermo
