// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace palermo {

/// Calls `visit` with the library-wide docid of every record of the view, in ascending order and once each: all records are walked here and
/// nowhere else. The first error, of the index or of `visit`, ends the walk.
[[nodiscard]] Result<void> for_each_record(const WorkerView& view, const std::function<Result<void>(std::uint32_t docid)>& visit);

/// The docids of the records that have a boolean term, ascending.
[[nodiscard]] Result<std::vector<std::uint32_t>> records_with(const WorkerView& view, const std::string& term);

}  // namespace palermo
