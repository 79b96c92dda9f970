// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/manifest.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace palermo {

/// Neighbours that are to be joined: [begin, end) of the list of segments. One alone is written again without what is deleted in it.
struct MergeRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The next merge that is worth its cost; nothing when the segments are well as they are. Small loads must stay cheap however large the
/// library is, and searches want few segments: so a merge takes the newest segments together while each is at most twice as large as all
/// behind it (the work a record causes grows with the logarithm of the library), and the cheapest neighbours when there are too many all
/// the same.
[[nodiscard]] std::optional<MergeRange> choose_merge(std::span<const SegmentEntry> segments);

}  // namespace palermo
