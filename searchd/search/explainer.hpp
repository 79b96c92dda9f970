// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/query_planner.hpp"
#include "searchd/search/search_result.hpp"

#include <span>
#include <vector>

namespace palermo {

/// What each part of a plan adds to the score of a hit, asked of the engine itself, and which of its words stand there: in which field, how
/// often, in a text of which language; values of facets have their labels in `lang`. Parts that add nothing are left out; what the nearness
/// of the words adds is a part too. With a match that was weighed in full they add up to its score. Throws DeadlinePassed.
[[nodiscard]] std::vector<Explanation> explain_hit(const WorkerView& view, const RankedMatch& match, std::span<const WeightedPart> parts,
                                                   const std::string& lang, Deadline deadline);

}  // namespace palermo
