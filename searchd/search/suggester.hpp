// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"
#include "searchd/search/suggestion.hpp"

#include <vector>

namespace palermo {

/// What the text may be on its way to: the whole of it the beginning of a concept's label, of a case's name (at any of its first words) or
/// of a citation; its last word the beginning of a word of the collection. What begins exactly so comes first, then what begins nearly so
/// (near_keys), last the cases that the last word alone finds, when there is no other. At the same nearness the kinds take turns, so that
/// frequent words do not crowd out names, and each kind's heaviest come first. Every query can be searched. Work is bounded whatever is
/// typed: to find near keys, 40,000 are looked at at most, which takes some 3 ms. Throws Xapian's errors.
[[nodiscard]] std::vector<Suggestion> suggest(const WorkerView& view, const SuggestRequest& request);

}  // namespace palermo
