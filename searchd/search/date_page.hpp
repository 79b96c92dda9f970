// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/match_rows.hpp"
#include "searchd/search/search_request.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// Docids of one page of the rows in the order of their decisions' dates, `order` newest or oldest: as rank_page() orders cases that all
/// weigh the same, from the columns alone. Undated cases come last, equals in the order they were loaded.
[[nodiscard]] std::vector<std::uint32_t> date_page(const Snapshot& snapshot, const SnapshotRows& rows, SortOrder order, std::size_t first,
                                                   std::size_t size);

}  // namespace palermo
