// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_policy.hpp"
#include "corpus/result.hpp"
#include "indexer/index/work_progress.hpp"
#include "indexer/load/load_report.hpp"
#include "indexer/load/publisher.hpp"
#include "indexer/load/record_source.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace palermo {

/// What to load, where, and how.
struct LoadRequest {
    std::filesystem::path index;
    std::filesystem::path schemas;
    std::vector<RecordSource> sources = {};
    Diagnostics unreadable = {};                   ///< what was given and led to no source: a rejected record each
    IdentityPolicy identity = {};                  ///< how grave what the identity lint finds is
    bool dry_run = false;                          ///< only the report; nothing is written, no lock is taken
    bool mirror = false;                           ///< records of the index that are not given go; none goes when one was rejected
    bool strict = false;                           ///< one rejected record, and nothing is loaded
    unsigned threads = 0;                          ///< 0: as many as there are processors
    std::size_t memory = std::size_t{512} << 20U;  ///< bytes to stay within, roughly
    std::uint64_t keep = kept_generations;         ///< generations that stay on disk
    bool merge = true;                             ///< join small segments; false when more loads follow at once
    WorkProgress progress = tell_nobody;           ///< told of each step that touches the disk before it is taken
};

/// The way of a record, once for all given: read, check, decide against the live generation, build, publish. Records that are not given
/// stay as they are. An error leaves the live generation as it was; records that were rejected are in the report, which is kept with the
/// new generation.
[[nodiscard]] Result<LoadReport> load(const LoadRequest& request);

}  // namespace palermo
