// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace palermo {
namespace {

/// Levenshtein's distance, one row at a time.
std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const auto substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

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
    const Concept* nearest = nullptr;
    auto least = std::max<std::size_t>(2, id.size() / 3) + 1;
    for (const auto& entry : concepts_) {
        const auto distance = edit_distance(id, entry.id);
        if (distance < least) {
            least = distance;
            nearest = &entry;
        }
    }
    if (nearest == nullptr) return std::nullopt;
    return nearest->id;
}

}  // namespace palermo
