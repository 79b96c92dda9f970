// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/record_intake.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/load/record_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palermo {

/// What a load would do with one record.
enum class LoadAction {
    add,       ///< its id is new
    change,    ///< the index holds another text under its id
    keep,      ///< the index holds the same text
    rebuild,   ///< not given, but made again because the vocabularies or the analysis changed
    restrict_  ///< marked restricted: not indexed, and taken out if an earlier text of it was
};

struct PlannedRecord {
    std::string id;
    LoadAction action = LoadAction::add;
    RecordSource source;
    std::string checksum;                    ///< of the text that was planned
    std::optional<std::uint32_t> old_docid;  ///< of the document that this one replaces or removes
};

/// What a load would do, against one generation. A dry run stops here.
struct LoadPlan {
    std::vector<PlannedRecord> records;
    std::uint64_t rejected = 0;
    Diagnostics diagnostics;
    bool rebuilds_all = false;  ///< every segment of the old generation is replaced

    /// True when the new generation would differ from the old one.
    [[nodiscard]] bool changes_anything() const;
    [[nodiscard]] std::uint64_t count(LoadAction action) const;
};

using LoadProgress = std::function<void(std::string_view step, std::size_t done, std::size_t total)>;

/// Reads and checks every source. `view` is the live generation, null when there is none. With `rebuild_all`, the records of the live
/// generation that `sources` do not bring are planned too; if one of them no longer passes the checks, the whole plan is refused.
[[nodiscard]] Result<LoadPlan> plan_load(const std::vector<RecordSource>& sources, const RecordIntake& intake, const WorkerView* view,
                                         bool rebuild_all, const LoadProgress& progress);

}  // namespace palermo
