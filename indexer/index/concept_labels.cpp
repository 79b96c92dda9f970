// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/concept_labels.hpp"

#include "indexer/analysis/completion_key.hpp"

#include <algorithm>

namespace palermo {

ConceptLabels::ConceptLabels(const Vocabularies& vocabularies) {
    for (const auto* vocabulary : {&vocabularies.legal_concepts, &vocabularies.evidential_issues}) {
        for (const auto& entry : vocabulary->concepts()) add(entry);
    }
    std::ranges::stable_sort(entries_, {}, &ConceptCompletion::key);
}

void ConceptLabels::add(const Concept& entry) {
    if (!entry.is_live()) return;
    for (const auto& label : entry.labels) add(label.label, entry.id);
    for (const auto& label : entry.alternative_labels) add(label, entry.id);
}

void ConceptLabels::add(const LocalText& label, const std::string& concept_id) {
    const auto key = completion_key(label.text);
    for (const auto start : key_starts(key)) {
        entries_.push_back(
            {.key = key.substr(start), .label = label.text, .lang = label.lang, .concept_id = concept_id, .is_whole = start == 0});
    }
}

SortedKeys ConceptLabels::keys() const {
    return {.size = static_cast<std::uint32_t>(entries_.size()),
            .at = [this](std::uint32_t position) { return std::string_view(entries_[position].key); }};
}

}  // namespace palermo
