// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/forward_index.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// Counts the words of documents anew: where some of a segment's go, and to see whether what is said of its words is true.
class WordTally {
public:
    explicit WordTally(const ForwardIndex& index) : counts_(index.word_count()) {}

    /// False, with nothing counted, when the document names a word that is not in the list.
    [[nodiscard]] bool add(const ForwardDocument& document);

    [[nodiscard]] const WordCounts& of(std::uint32_t number) const { return counts_[number]; }

private:
    std::vector<WordCounts> counts_;  ///< by the words' numbers
};

}  // namespace palermo
