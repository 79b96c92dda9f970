// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/count_tables.hpp"
#include "searchd/search/dimension_counter.hpp"

#include <cstdint>
#include <map>

namespace palermo {

/// How often each length in months came.
using LengthCounts = std::map<std::uint32_t, std::uint64_t>;

[[nodiscard]] Distribution describe(const LengthCounts& lengths);

[[nodiscard]] Histogram count_histogram(const Snapshot& snapshot, DimensionCounter& cases, HistogramUnit unit);
[[nodiscard]] SentenceCounts count_sentences(const Snapshot& snapshot, DimensionCounter& cases);

}  // namespace palermo
