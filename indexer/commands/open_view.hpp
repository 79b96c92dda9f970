// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace palermo::commands {

/// A generation of the index opened for reading, the live one unless another is asked for. A writer may publish and prune meanwhile: what
/// is open stays readable, and a generation that is pruned while it is opened is not taken for a damaged one.
[[nodiscard]] Result<WorkerView> open_view(const std::filesystem::path& index, std::optional<std::uint64_t> generation = std::nullopt);

}  // namespace palermo::commands
