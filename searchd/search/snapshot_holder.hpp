// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/snapshot.hpp"

#include <spdlog/logger.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace palermo {

/// The snapshot that searches are to use. Watches `current` on a thread of its own; another generation is opened, tried out and prepared
/// there, and then takes the place of the old one, which lives on in the searches that hold it. A generation that cannot be used is logged
/// once and the old one goes on serving. Public functions may be called from any thread.
class SnapshotHolder {
public:
    /// Makes ready what searches on a snapshot need. An error keeps the snapshot from serving.
    using Prepare = std::function<Result<void>(const std::shared_ptr<const Snapshot>&)>;
    using Switched = std::function<void(const Snapshot&)>;

    /// How generations took each other's place.
    struct Switches {
        std::uint64_t count = 0;
        std::chrono::steady_clock::duration last_took{};  ///< opening, trying out and preparing; zero before the first
        std::chrono::system_clock::time_point last_at{};  ///< the beginning of time before the first
    };

    /// An error when the directory holds no generation yet, or one that cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<SnapshotHolder>> open(const IndexDirectory& directory, std::shared_ptr<spdlog::logger> log,
                                                                      std::chrono::milliseconds look_every = std::chrono::milliseconds{
                                                                          200});

    /// Never null.
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const;
    /// Why the live generation is not the one that serves; nothing when it is.
    [[nodiscard]] std::optional<Diagnostic> trouble() const;
    [[nodiscard]] Switches switches() const;

    /// Has `prepare` called, on the watcher's thread, with each further snapshot before it serves. An empty function ends that, and waits
    /// for a call that runs. There is one such function at a time, and one of the next.
    void prepare_with(Prepare prepare);
    /// Has `switched` called, likewise, with each further snapshot as soon as it serves.
    void tell(Switched switched);

private:
    SnapshotHolder(IndexDirectory directory, std::shared_ptr<const Snapshot> first, std::shared_ptr<spdlog::logger> log);

    void watch(const std::stop_token& stop, std::chrono::milliseconds look_every);
    void look();
    [[nodiscard]] Result<std::shared_ptr<const Snapshot>> make_ready(std::uint64_t generation);
    void take(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] bool exchange(std::shared_ptr<const Snapshot> snapshot);
    void refuse(const Diagnostic& reason);

    IndexDirectory directory_;
    std::shared_ptr<spdlog::logger> log_;
    std::optional<std::uint64_t> refused_;             // the watcher's own, as is the next
    std::chrono::steady_clock::time_point try_again_;  // when the refused generation may have been mended

    std::chrono::steady_clock::duration took_{};  // to make the last one ready

    std::mutex listeners_mutex_;  // guards the two below, and is held while they are called
    Prepare prepare_;
    Switched switched_;

    mutable std::mutex mutex_;  // guards the three below
    std::shared_ptr<const Snapshot> current_;
    std::optional<Diagnostic> trouble_;
    Switches switches_;

    std::jthread watcher_;  // last: it uses all others
};

}  // namespace palermo
