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
    if (is_new) known->second = facet_label(facet, value, *vocabularies_, lang);
    return known->second;
}

const ConceptTree& CollectionLabels::tree(Facet facet) {
    auto& tree = trees_[facet];
    const auto& vocabulary = facet == Facet::evidential_issue ? vocabularies_->evidential_issues : vocabularies_->legal_concepts;
    if (tree.empty()) add_places(vocabulary, "", 0, tree);
    return tree;
}

}  // namespace palermo
