// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/snapshot.hpp"

#include <spdlog/logger.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace palermo {

/// The snapshot that searches are to use. Watches `current` on a thread of its own; another generation is opened and tried out there, and
/// then takes the place of the old one, which lives on in the searches that hold it. A generation that cannot be used is logged once and
/// the old one goes on serving. Public functions may be called from any thread.
class SnapshotHolder {
public:
    /// An error when the directory holds no generation yet, or one that cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<SnapshotHolder>> open(const IndexDirectory& directory, std::shared_ptr<spdlog::logger> log,
                                                                      std::chrono::milliseconds look_every = std::chrono::milliseconds{
                                                                          200});

    /// Never null.
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const;
    /// Why the live generation is not the one that serves; nothing when it is.
    [[nodiscard]] std::optional<Diagnostic> trouble() const;

private:
    SnapshotHolder(IndexDirectory directory, std::shared_ptr<const Snapshot> first, std::shared_ptr<spdlog::logger> log);

    void watch(const std::stop_token& stop, std::chrono::milliseconds look_every);
    void look();
    void take(std::shared_ptr<const Snapshot> snapshot);
    void refuse(const Diagnostic& reason);

    IndexDirectory directory_;
    std::shared_ptr<spdlog::logger> log_;
    std::optional<std::uint64_t> refused_;             // the watcher's own, as is the next
    std::chrono::steady_clock::time_point try_again_;  // when the refused generation may have been mended

    mutable std::mutex mutex_;  // guards the two below
    std::shared_ptr<const Snapshot> current_;
    std::optional<Diagnostic> trouble_;

    std::jthread watcher_;  // last: it uses all others
};

}  // namespace palermo
