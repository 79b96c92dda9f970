// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary_diff.hpp"
#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace palermo {

struct AffectedCase {
    std::string id;
    std::string title;
};

/// How many cases a filter gives, now and with the new vocabulary.
struct CountMove {
    std::string id;
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};

/// What another vocabulary would mean for the cases of an index.
struct VocabularyImpact {
    std::map<std::string, std::vector<AffectedCase>> cases;  ///< by the concept that changed, by id; a concept without cases is not here
    std::vector<CountMove> counts;                           ///< only those that move, in the new vocabulary's order
};

/// Which cases each change of `diff` touches, and how the counts of `facet` move when `next` takes the place of the vocabulary the index
/// was made with. Exact: the records of the cases in question are read again. Of words that change, the cases tagged with the concept
/// itself are named; of changes of the tree, those below it too.
[[nodiscard]] Result<VocabularyImpact> find_impact(const WorkerView& view, Facet facet, const VocabularyDiff& diff, const Vocabulary& next);

}  // namespace palermo
