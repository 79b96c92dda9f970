// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"

#include <string>

namespace palermo {

/// What BM25 gives a word as it is written, in its field: weighs, and finds nothing, so it is the right side of an OP_AND_MAYBE. Counts in
/// the forward index, and is to be asked of the few that are weighed in full. Empty when no document writes the word so. The view must
/// outlive the query.
[[nodiscard]] Xapian::Query typed_weight(const WorkerView& view, const std::string& written);

}  // namespace palermo
