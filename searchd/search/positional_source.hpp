// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/position_pattern.hpp"

#include <memory>

namespace palermo {

/// The documents in which a pattern stands, as a posting list for Xapian, without weight. To be used as the right side of a filter whose
/// left side finds the documents with the words: it is then asked of those only. The snapshot, which is the database's, must outlive it.
[[nodiscard]] Xapian::Query positional_query(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline);

}  // namespace palermo
