// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/memory_keeper.hpp"

#include "indexer/index/resident_memory.hpp"

#include <condition_variable>
#include <mutex>

namespace palermo {

MemoryKeeper::MemoryKeeper(const SnapshotHolder& snapshots, std::size_t limit, std::chrono::milliseconds look_every)
    : thread_([&snapshots, limit, look_every](const std::stop_token& stop) { keep(stop, snapshots, limit, look_every); }) {}

void MemoryKeeper::keep(const std::stop_token& stop, const SnapshotHolder& snapshots, std::size_t limit,
                        std::chrono::milliseconds look_every) {
    // Where the rest alone is beyond the limit, letting go of little would only make searches slower.
    constexpr std::size_t worthwhile_part = 8;
    std::size_t mapped_at_least = 0;
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    while (!stopped.wait_for(lock, stop, look_every, [&stop] { return stop.stop_requested(); })) {
        const auto memory = resident_memory();
        if (memory.total <= limit || memory.mapped < mapped_at_least + limit / worthwhile_part) continue;
        snapshots.current()->let_go();
        mapped_at_least = resident_memory().mapped;
    }
}

}  // namespace palermo
