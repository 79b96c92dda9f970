// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/memory_keeper.hpp"

#include "indexer/index/resident_memory.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace palermo {
namespace {

/// Below that part of the limit one look in so many is enough.
constexpr std::size_t near_the_limit = 3;
constexpr int far_from_it = 20;

/// Half of the limit is left to files where the daemon's own memory takes the rest or more: with less, searches would map the same pages
/// again and again.
bool is_too_much(std::size_t limit) {
    const auto memory = resident_memory();
    const auto own = memory.total - memory.mapped;
    return memory.mapped > limit - std::min(own, limit / 2);
}

}  // namespace

MemoryKeeper::MemoryKeeper(const SnapshotHolder& snapshots, std::size_t limit, std::chrono::milliseconds look_every)
    : thread_([&snapshots, limit, look_every](const std::stop_token& stop) { keep(stop, snapshots, limit, look_every); }) {}

void MemoryKeeper::keep(const std::stop_token& stop, const SnapshotHolder& snapshots, std::size_t limit,
                        std::chrono::milliseconds look_every) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    std::size_t turn = 0;
    auto wait = look_every;
    while (!stopped.wait_for(lock, stop, wait, [&stop] { return stop.stop_requested(); })) {
        const auto snapshot = snapshots.current();
        const auto segments = snapshot->manifest().segments.size();
        // A page that comes back costs a search a microsecond: no more of them go than have to.
        for (std::size_t i = 0; i < segments && is_too_much(limit); ++i) snapshot->let_go(turn++ % segments);
        wait = resident_memory().total < limit / near_the_limit ? far_from_it * look_every : look_every;
    }
}

}  // namespace palermo
