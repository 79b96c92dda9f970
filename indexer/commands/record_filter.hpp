// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palermo::commands {

/// What --where asks of a record: FACET=VALUE, each facet for itself and any of the values given for one. A concept means all below it,
/// too; not-recorded the records that say nothing.
class RecordFilter {
public:
    /// A facet that there is none of, or a value that no record has or could have, is an error that names what may be meant.
    [[nodiscard]] static Result<RecordFilter> read(const WorkerView& view, const std::vector<std::string>& conditions);

    [[nodiscard]] bool accepts_all() const { return !docids_.has_value(); }
    [[nodiscard]] bool accepts(std::uint32_t docid) const;

private:
    std::optional<std::vector<std::uint32_t>> docids_;  ///< sorted; nothing: no condition
};

}  // namespace palermo::commands
