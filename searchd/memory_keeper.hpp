// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/snapshot_holder.hpp"

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <thread>

namespace palermo {

/// Takes mapped files of the generation that answers out of this process, segment by segment in turn, whenever it has more than a limit in
/// memory. The pages stay with the system as long as it has room for them, and searches map them again. Memory of the daemon's own is not
/// touched: where it takes more than half of the limit, the limit is not kept.
class MemoryKeeper {
public:
    /// `limit`: in bytes. `look_every`: near the limit; far below it, looks are rarer. The holder outlives the keeper.
    MemoryKeeper(const SnapshotHolder& snapshots, std::size_t limit, std::chrono::milliseconds look_every = std::chrono::milliseconds{10});

private:
    static void keep(const std::stop_token& stop, const SnapshotHolder& snapshots, std::size_t limit, std::chrono::milliseconds look_every);

    std::jthread thread_;
};

}  // namespace palermo
