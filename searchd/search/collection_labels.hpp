// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

namespace palermo {

/// Where a concept stands in its vocabulary: how many stand before it in the tree, and how many above it.
struct TreePlace {
    std::size_t order = 0;
    unsigned depth = 0;
};

using ConceptTree = std::unordered_map<std::string, TreePlace>;

/// The labels of values that a collection has, each looked up once: a country's name costs more than the count beside it. Only for values
/// of the collection, of which there are not so many; what a reader types is not to be kept. One thread's.
class CollectionLabels {
public:
    /// `vocabularies` must live as long.
    explicit CollectionLabels(const Vocabularies& vocabularies) : vocabularies_(&vocabularies) {}

    /// As facet_label().
    [[nodiscard]] const std::string& label(Facet facet, const std::string& value, const std::string& lang);

    /// Of a facet that is hierarchical.
    [[nodiscard]] const ConceptTree& tree(Facet facet);

private:
    const Vocabularies* vocabularies_;
    std::map<std::string, PerFacet<std::unordered_map<std::string, std::string>>> known_;  ///< by language
    PerFacet<ConceptTree> trees_;
};

}  // namespace palermo
