// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace palermo {

/// What this process has in memory, in bytes.
struct ResidentMemory {
    std::size_t total = 0;
    std::size_t mapped = 0;  ///< pages of files: the index's and the program's, which the system could take back
};

/// Zeros where the system does not tell.
[[nodiscard]] ResidentMemory resident_memory();

}  // namespace palermo
