// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/manifest.hpp"

#include <cstdint>
#include <filesystem>

namespace palermo {

/// Shows an older generation again, as a new one with its segments: the history only grows, and a rollback can be rolled back. What was
/// taken down since stays down. Gives the new manifest.
[[nodiscard]] Result<Manifest> roll_back(const std::filesystem::path& index, std::uint64_t generation);

}  // namespace palermo
