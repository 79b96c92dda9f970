// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/commands/record_filter.hpp"
#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palermo::commands {

/// Which records of a generation a command is for: those with these ids (all, when none are asked for) that the filter accepts.
struct RecordChoice {
    std::optional<std::vector<std::uint32_t>> docids;  ///< ascending, each once; nothing: all records
    std::vector<std::string> unknown_ids;              ///< that the generation does not hold, as they were given
    RecordFilter filter;
};

/// Why a generation has no case with this id, as a sentence: it was taken down, or was never there.
[[nodiscard]] std::string not_held(const Manifest& manifest, const std::string& id);

/// The ids of a file, one a line; "-" is standard input. Blank lines and spaces around an id do not count.
[[nodiscard]] Result<std::vector<std::string>> read_ids(const std::string& file);

[[nodiscard]] Result<RecordChoice> choose_records(const WorkerView& view, const std::optional<std::vector<std::string>>& ids,
                                                  const std::vector<std::string>& conditions);

/// Calls `visit` for each chosen record by ascending docid; the first error ends it.
[[nodiscard]] Result<void> for_each_chosen(const WorkerView& view, const RecordChoice& choice,
                                           const std::function<Result<void>(std::uint32_t docid)>& visit);

}  // namespace palermo::commands
