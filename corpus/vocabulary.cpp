// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.hpp"

#include "corpus/nearest.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
Vocabulary::Vocabulary(std::string scheme, std::string version, std::vector<Concept> concepts)
    : scheme_(std::move(scheme)), version_(std::move(version)), concepts_(std::move(concepts)) {
    for (std::size_t i = 0; i < concepts_.size(); ++i) position_.emplace(concepts_[i].id, i);
}

const Concept* Vocabulary::find(std::string_view id) const {
    const auto found = position_.find(std::string(id));
    return found == position_.end() ? nullptr : &concepts_[found->second];
}

std::vector<const Concept*> Vocabulary::narrower(std::string_view id) const {
    std::vector<const Concept*> found;
    for (const auto& entry : concepts_) {
        if (entry.broader == id) found.push_back(&entry);
    }
    return found;
}

std::vector<std::string> Vocabulary::with_ancestors(std::string_view id) const {
    std::vector<std::string> chain;
    for (const auto* entry = find(id); entry != nullptr; entry = find(entry->broader)) chain.push_back(entry->id);
    return chain;
}

std::string_view Vocabulary::label(std::string_view id, std::string_view lang) const {
    const auto* entry = find(id);
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
    for (const auto& entry : concepts_) ids.push_back(entry.id);
    return nearest(id, ids);
}

}  // namespace palermo
