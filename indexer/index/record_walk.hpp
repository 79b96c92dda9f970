// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <functional>

namespace palermo {

/// Calls `visit` with the library-wide docid of every record of the view, in ascending order and once each: all records are walked here and
/// nowhere else. The first error, of the index or of `visit`, ends the walk.
[[nodiscard]] Result<void> for_each_record(const WorkerView& view, const std::function<Result<void>(std::uint32_t docid)>& visit);

}  // namespace palermo
