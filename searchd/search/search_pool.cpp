// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/search_pool.hpp"

#include <chrono>
#include <utility>

namespace palermo {
namespace {

/// How soon a worker without work lets go of an old snapshot, whose files the indexer may have deleted.
constexpr std::chrono::milliseconds renew_idle_after{500};

}  // namespace

Result<std::unique_ptr<SearchPool>> SearchPool::start(const SnapshotHolder& holder, unsigned workers, std::size_t max_waiting,
                                                      std::shared_ptr<spdlog::logger> log) {
    std::unique_ptr<SearchPool> pool(new SearchPool(holder, max_waiting, std::move(log)));
    for (unsigned i = 0; i < workers; ++i) {
        auto searcher = Searcher::open(holder.current());
        if (searcher.has_error()) return searcher.error();
        pool->threads_.emplace_back([&self = *pool, own = std::move(*searcher)]() mutable { self.work(std::move(own)); });
    }
    return pool;
}

SearchPool::SearchPool(const SnapshotHolder& holder, std::size_t max_waiting, std::shared_ptr<spdlog::logger> log)
    : holder_(holder), max_waiting_(max_waiting), log_(std::move(log)) {}

SearchPool::~SearchPool() { stop(); }

bool SearchPool::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || waiting_.size() >= max_waiting_) return false;
        waiting_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

std::size_t SearchPool::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

void SearchPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    threads_.clear();
}

void SearchPool::work(Searcher searcher) {
    for (Job job; next(job); job = nullptr) {
        renew(searcher);
        if (job) job(searcher);
    }
}

/// Waits for a job, for a while only: then it leaves `job` empty. False when there will be none any more.
bool SearchPool::next(Job& job) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, renew_idle_after, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return !stopping_;
    job = std::move(waiting_.front());
    waiting_.pop_front();
    return true;
}

void SearchPool::renew(Searcher& searcher) {
    auto snapshot = holder_.current();
    if (snapshot.get() == &searcher.snapshot()) return;
    auto fresh = Searcher::open(std::move(snapshot));
    if (fresh.has_value()) {
        searcher = std::move(*fresh);
    } else {
        log_->error("A search worker keeps its old snapshot: {}", format(fresh.error()));
    }
}

}  // namespace palermo
