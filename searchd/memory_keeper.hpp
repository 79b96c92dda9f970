// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/snapshot_holder.hpp"

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <thread>

namespace palermo {

/// Takes the mapped files of the generation that answers out of this process whenever it holds more than a limit. The pages stay with the
/// system as long as it has room for them, and searches map them again for next to nothing; memory of the daemon's own is not touched, so
/// that a limit below that is not kept.
class MemoryKeeper {
public:
    /// `limit`: in bytes. The holder outlives the keeper.
    MemoryKeeper(const SnapshotHolder& snapshots, std::size_t limit, std::chrono::milliseconds look_every = std::chrono::milliseconds{100});

private:
    static void keep(const std::stop_token& stop, const SnapshotHolder& snapshots, std::size_t limit, std::chrono::milliseconds look_every);

    std::jthread thread_;
};

}  // namespace palermo
