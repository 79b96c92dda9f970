// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"

namespace palermo {

/// Documents that are in the posting lists of a pattern's words: all in which it stands, and others. Synonyms count as one word. The view
/// must outlive the query.
[[nodiscard]] MatchQuery words_query(const WorkerView& view, const PositionPattern& pattern);

/// Documents in which it stands, weighted by its words.
[[nodiscard]] MatchQuery pattern_query(const WorkerView& view, const PositionPattern& pattern, Deadline deadline);

}  // namespace palermo
