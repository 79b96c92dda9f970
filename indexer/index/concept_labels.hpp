// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"
#include "indexer/index/sorted_keys.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palermo {

/// A label of a concept under one of the words by which it can be begun.
struct ConceptCompletion {
    std::string key;
    std::string label;
    std::string lang;
    std::string concept_id;
    bool is_whole = false;  ///< the key begins where the label does
};

/// All labels of both vocabularies' live concepts, preferred and alternative, in every language, by key: what typing can be completed to.
/// Immutable; safe to read from many threads.
class ConceptLabels {
public:
    explicit ConceptLabels(const Vocabularies& vocabularies);

    /// For as long as this lives and is not moved.
    [[nodiscard]] SortedKeys keys() const;
    [[nodiscard]] const ConceptCompletion& at(std::uint32_t position) const { return entries_[position]; }

private:
    void add(const Concept& entry);
    void add(const LocalText& label, const std::string& concept_id);

    std::vector<ConceptCompletion> entries_;
};

}  // namespace palermo
