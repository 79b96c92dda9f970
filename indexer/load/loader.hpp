// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/load_plan.hpp"
#include "indexer/load/load_report.hpp"
#include "indexer/load/record_source.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace palermo {

/// What to load, and where.
struct LoadRequest {
    std::filesystem::path index;
    std::filesystem::path schemas;
    std::vector<RecordSource> sources;
    /// Told before each step that touches the disk and for each record; an empty function is not called.
    LoadProgress progress;
};

/// The way of a record, once for all given: read, check, plan against the live generation, build, publish. Records that are not given stay
/// as they are. An error leaves the live generation as it was; records that were rejected are in the report.
[[nodiscard]] Result<LoadReport> load(const LoadRequest& request);

}  // namespace palermo
