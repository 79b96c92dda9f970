// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/searcher.hpp"
#include "searchd/search/snapshot_holder.hpp"

#include <spdlog/logger.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace palermo {

/// The threads that search. Each has a searcher of its own, on the holder's current snapshot when a job begins. The searchers for a new
/// snapshot are opened and warmed up on the holder's thread before it serves: a job never waits for that. Public functions may be called
/// from any thread.
class SearchPool {
public:
    /// Must not throw, and must end by a deadline of its own.
    using Job = std::function<void(Searcher&)>;

    /// An error when the searchers cannot be opened. The holder must outlive the pool.
    [[nodiscard]] static Result<std::unique_ptr<SearchPool>> start(SnapshotHolder& holder, unsigned workers, std::size_t max_waiting,
                                                                   std::shared_ptr<spdlog::logger> log);

    SearchPool(const SearchPool&) = delete;
    SearchPool& operator=(const SearchPool&) = delete;
    ~SearchPool();

    /// Puts a job at the end of the queue; false when the queue is full or the pool has stopped.
    [[nodiscard]] bool submit(Job job);

    /// Jobs that no worker has begun.
    [[nodiscard]] std::size_t waiting() const;
    /// Jobs before which a searcher had to be opened after all, because none was ready. Stays 0 but for a switch while the pool starts.
    [[nodiscard]] std::uint64_t opened_late() const { return opened_late_; }

    /// Takes no more jobs, finishes those it has and ends the threads.
    void stop();

private:
    SearchPool(SnapshotHolder& holder, unsigned workers, std::size_t max_waiting, std::shared_ptr<spdlog::logger> log);

    [[nodiscard]] Result<std::vector<Searcher>> open_searchers(const std::shared_ptr<const Snapshot>& snapshot) const;
    [[nodiscard]] Result<void> prepare(const std::shared_ptr<const Snapshot>& snapshot);
    void work(Searcher searcher);
    [[nodiscard]] bool next(Job& job);
    void wait_for_call(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] std::optional<Searcher> fresh_searcher(const Snapshot& old);
    [[nodiscard]] std::optional<Searcher> take_prepared(const Snapshot& snapshot);
    [[nodiscard]] std::optional<Searcher> open_late(std::shared_ptr<const Snapshot> snapshot);

    /// Searchers on one snapshot that no worker has taken yet.
    struct Prepared {
        std::shared_ptr<const Snapshot> snapshot;
        std::vector<Searcher> searchers;
    };

    SnapshotHolder& holder_;
    const unsigned workers_;
    const std::size_t max_waiting_;
    std::shared_ptr<spdlog::logger> log_;
    std::atomic<std::uint64_t> opened_late_ = 0;

    mutable std::mutex mutex_;  // guards the four below
    std::deque<Job> waiting_;
    /// Where the workers without work wait, the one that worked last at the end: it is called first, for its processor's caches still hold
    /// what a search reads.
    std::vector<std::condition_variable*> idle_;
    std::vector<Prepared> prepared_;  // in the order in which they serve
    bool stopping_ = false;

    std::vector<std::jthread> threads_;
};

}  // namespace palermo
