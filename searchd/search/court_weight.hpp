// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/match_query.hpp"

namespace palermo {

/// What the level of its court adds to a case that something else finds: the right side of an OP_AND_MAYBE. Read from the columns, since it
/// is asked of every question's few best. The snapshot must outlive the query.
[[nodiscard]] Xapian::Query court_weight(const Snapshot& snapshot);

/// The same of the posting lists, which take longer, but whose terms can be named.
[[nodiscard]] MatchQuery court_weight_by_terms();

}  // namespace palermo
