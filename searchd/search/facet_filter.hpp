// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/search_request.hpp"

#include <cstddef>

namespace palermo {

/// The shown rows of a segment that a facet's selection lets pass, from the columns. The rows of each value are kept with the segment.
[[nodiscard]] RowBitmap passing_rows(const Snapshot& snapshot, std::size_t segment, Facet facet, const FacetSelection& selection);

}  // namespace palermo
