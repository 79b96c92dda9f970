// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/live_generation.hpp"
#include "indexer/load/record_source.hpp"
#include "indexer/load/taken_record.hpp"
#include "indexer/load/workshop.hpp"

#include <functional>
#include <span>

namespace palermo {

/// Reads and checks the sources on all benches of the workshop and hands them over in the order in which they were given, in the caller's
/// thread. Stops at the first error that `take` gives. Few are in memory at once.
[[nodiscard]] Result<void> take_records(std::span<const RecordSource> sources, const LiveGeneration& live, Workshop& workshop,
                                        bool rules_changed, const std::function<Result<void>(TakenRecord)>& take);

}  // namespace palermo
