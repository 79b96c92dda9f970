// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/collection_labels.hpp"

#include "corpus/facet_label.hpp"

namespace palermo {
namespace {

void add_places(const Vocabulary& vocabulary, const std::string& parent, unsigned depth, ConceptTree& tree) {
    for (const auto* entry : vocabulary.narrower(parent)) {
        tree.emplace(entry->id, TreePlace{tree.size(), depth});
        add_places(vocabulary, entry->id, depth + 1, tree);
    }
}

}  // namespace

const std::string& CollectionLabels::label(Facet facet, const std::string& value, const std::string& lang) {
    const auto [known, is_new] = known_[lang][facet].try_emplace(value);
    if (is_new) known->second = facet_label(facet, value, snapshot_->vocabularies(), lang);
    return known->second;
}

const std::vector<FacetValue>& CollectionLabels::values(Facet facet, const std::string& lang) {
    auto& values = values_[lang][facet];
    if (!values.empty()) return values;
    if (is_hierarchical(facet)) return values = narrower_values(facet, "", lang);
    std::uint32_t ordinal = 0;
    for (const auto& id : snapshot_->facet_values(facet))
        values.push_back({.id = id, .label = label(facet, id, lang), .ordinal = ordinal++, .narrower = {}});
    return values;
}

const ConceptTree& CollectionLabels::tree(Facet facet) {
    auto& tree = trees_[facet];
    if (tree.empty()) add_places(snapshot_->vocabularies().of(facet), "", 0, tree);
    return tree;
}

std::vector<FacetValue> CollectionLabels::narrower_values(Facet facet, const std::string& parent, const std::string& lang) {
    std::vector<FacetValue> values;
    for (const auto* entry : snapshot_->vocabularies().of(facet).narrower(parent)) {
        values.push_back({.id = entry->id,
                          .label = label(facet, entry->id, lang),
                          .ordinal = snapshot_->values(dimension_of(facet)).find(entry->id),
                          .narrower = narrower_values(facet, entry->id, lang)});
    }
    return values;
}

}  // namespace palermo
