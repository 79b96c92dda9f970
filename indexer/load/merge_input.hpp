// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace palermo {

/// A segment that is read, sealed or just built.
struct MergeInput {
    std::filesystem::path directory;
    std::uint32_t first_docid = 0;
    std::uint32_t last_docid = 0;       ///< inclusive
    std::vector<std::uint32_t> erased;  ///< docids that are not carried over, ascending: no word and no text of them is left
};

}  // namespace palermo
