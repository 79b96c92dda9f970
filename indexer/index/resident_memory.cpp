// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/resident_memory.hpp"

#include <unistd.h>

#include <fstream>

namespace palermo {

ResidentMemory resident_memory() {
    // In pages: all of the address space, what of it is in memory, and what of that belongs to files.
    std::ifstream file("/proc/self/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    std::size_t of_files = 0;
    if (!(file >> size >> resident >> of_files)) return {};
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return {.total = resident * page, .mapped = of_files * page};
}

}  // namespace palermo
