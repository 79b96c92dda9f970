// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "indexer/index/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace palermo {

/// Where a concept stands in its vocabulary: how many stand before it in the tree, and how many above it.
struct TreePlace {
    std::size_t order = 0;
    unsigned depth = 0;
};

using ConceptTree = std::unordered_map<std::string, TreePlace>;

/// A value that a facet can show.
struct FacetValue {
    std::string id;
    std::string label;
    std::optional<std::uint32_t> ordinal;  ///< the collection's; a concept that no record has is without
    std::vector<FacetValue> narrower;
};

/// The labels of values that a collection has, each looked up once: a country's name costs more than the count beside it. Only for values
/// of the collection, of which there are not so many; what a reader types is not to be kept. One thread's.
class CollectionLabels {
public:
    /// `snapshot` must live as long.
    explicit CollectionLabels(const Snapshot& snapshot) : snapshot_(&snapshot) {}

    /// As facet_label().
    [[nodiscard]] const std::string& label(Facet facet, const std::string& value, const std::string& lang);

    /// What a facet can show: of one that is hierarchical the concepts as they stand in the vocabulary, else the collection's values by
    /// ordinal.
    [[nodiscard]] const std::vector<FacetValue>& values(Facet facet, const std::string& lang);

    /// Of a facet that is hierarchical.
    [[nodiscard]] const ConceptTree& tree(Facet facet);

private:
    [[nodiscard]] std::vector<FacetValue> narrower_values(Facet facet, const std::string& parent, const std::string& lang);

    const Snapshot* snapshot_;
    std::map<std::string, PerFacet<std::unordered_map<std::string, std::string>>> known_;  ///< by language
    std::map<std::string, PerFacet<std::vector<FacetValue>>> values_;                      ///< by language; empty where nobody asked
    PerFacet<ConceptTree> trees_;
};

}  // namespace palermo
