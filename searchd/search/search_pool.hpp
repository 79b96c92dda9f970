// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/searcher.hpp"
#include "searchd/search/snapshot_holder.hpp"

#include <spdlog/logger.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace palermo {

/// The threads that search. Each has a searcher of its own, on the holder's current snapshot when a job begins. Public functions may be
/// called from any thread.
class SearchPool {
public:
    /// Must not throw, and must end by a deadline of its own.
    using Job = std::function<void(Searcher&)>;

    /// An error when the searchers cannot be opened. The holder must outlive the pool.
    [[nodiscard]] static Result<std::unique_ptr<SearchPool>> start(const SnapshotHolder& holder, unsigned workers, std::size_t max_waiting,
                                                                   std::shared_ptr<spdlog::logger> log);

    SearchPool(const SearchPool&) = delete;
    SearchPool& operator=(const SearchPool&) = delete;
    ~SearchPool();

    /// Puts a job at the end of the queue; false when the queue is full or the pool has stopped.
    [[nodiscard]] bool submit(Job job);

    /// Jobs that no worker has begun.
    [[nodiscard]] std::size_t waiting() const;

    /// Takes no more jobs, finishes those it has and ends the threads.
    void stop();

private:
    SearchPool(const SnapshotHolder& holder, std::size_t max_waiting, std::shared_ptr<spdlog::logger> log);

    void work(Searcher searcher);
    [[nodiscard]] bool next(Job& job);
    void renew(Searcher& searcher);

    const SnapshotHolder& holder_;
    std::size_t max_waiting_;
    std::shared_ptr<spdlog::logger> log_;

    mutable std::mutex mutex_;  // guards the three below
    std::condition_variable changed_;
    std::deque<Job> waiting_;
    bool stopping_ = false;

    std::vector<std::jthread> threads_;
};

}  // namespace palermo
