// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/search_pool.hpp"

#include "searchd/search/warm_up.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace palermo {
namespace {

/// How soon a worker without work lets go of an old snapshot, whose files the indexer may have deleted.
constexpr std::chrono::milliseconds renew_idle_after{500};

}  // namespace

Result<std::unique_ptr<SearchPool>> SearchPool::start(SnapshotHolder& holder, unsigned workers, std::size_t max_waiting,
                                                      std::shared_ptr<spdlog::logger> log) {
    std::unique_ptr<SearchPool> pool(new SearchPool(holder, workers, max_waiting, std::move(log)));
    // Before the first are opened, so that a switch meanwhile finds the workers ready too.
    holder.prepare_with([&self = *pool](const std::shared_ptr<const Snapshot>& snapshot) { return self.prepare(snapshot); });
    auto searchers = pool->open_searchers(holder.current());
    if (searchers.has_error()) return searchers.error();
    for (auto& searcher : *searchers)
        pool->threads_.emplace_back([&self = *pool, own = std::move(searcher)]() mutable { self.work(std::move(own)); });
    return pool;
}

SearchPool::SearchPool(SnapshotHolder& holder, unsigned workers, std::size_t max_waiting, std::shared_ptr<spdlog::logger> log)
    : holder_(holder), workers_(workers), max_waiting_(max_waiting), log_(std::move(log)) {}

SearchPool::~SearchPool() { stop(); }

Result<std::vector<Searcher>> SearchPool::open_searchers(const std::shared_ptr<const Snapshot>& snapshot) const {
    std::vector<Searcher> searchers;
    for (unsigned i = 0; i < workers_; ++i) {
        auto searcher = Searcher::open(snapshot);
        if (searcher.has_error()) return searcher.error();
        if (auto warm = warm_up(*searcher); warm.has_error()) return warm.error();
        searchers.push_back(std::move(*searcher));
    }
    return searchers;
}

/// On the holder's thread.
Result<void> SearchPool::prepare(const std::shared_ptr<const Snapshot>& snapshot) {
    auto searchers = open_searchers(snapshot);
    if (searchers.has_error()) return searchers.error();
    const std::lock_guard lock(mutex_);
    prepared_.push_back({.snapshot = snapshot, .searchers = std::move(*searchers)});
    return {};
}

bool SearchPool::submit(Job job) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= max_waiting_) return false;
    waiting_.push_back(std::move(job));
    if (!idle_.empty()) {
        idle_.back()->notify_one();
        idle_.pop_back();
    }
    return true;
}

std::size_t SearchPool::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

void SearchPool::stop() {
    holder_.prepare_with({});
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        for (auto* const worker : idle_) worker->notify_one();
    }
    threads_.clear();
}

void SearchPool::work(Searcher searcher) {
    for (Job job; next(job); job = nullptr) {
        auto old = fresh_searcher(searcher.snapshot());
        if (old) std::swap(searcher, *old);
        if (job) job(searcher);
        // Only now the old one is closed, and perhaps its snapshot: nobody waits for that.
    }
}

/// Waits for a job, for a while only: then it leaves `job` empty, as it does when another worker was faster. False when there will be none
/// any more.
bool SearchPool::next(Job& job) {
    std::unique_lock lock(mutex_);
    if (waiting_.empty() && !stopping_) wait_for_call(lock);
    if (waiting_.empty()) return !stopping_;
    job = std::move(waiting_.front());
    waiting_.pop_front();
    return true;
}

/// Whoever calls takes this worker from the list, under the lock, so that each call reaches another.
void SearchPool::wait_for_call(std::unique_lock<std::mutex>& lock) {
    std::condition_variable call;
    idle_.push_back(&call);
    call.wait_for(lock, renew_idle_after);
    std::erase(idle_, &call);
}

/// A searcher on the current snapshot; nothing when that is the old one, or cannot be opened.
std::optional<Searcher> SearchPool::fresh_searcher(const Snapshot& old) {
    auto snapshot = holder_.current();
    while (snapshot.get() != &old) {
        if (auto ready = take_prepared(*snapshot)) return ready;
        // There may have been a switch, and another worker that dropped what was ready for this snapshot.
        auto now = holder_.current();
        if (now == snapshot) return open_late(std::move(snapshot));
        snapshot = std::move(now);
    }
    return std::nullopt;
}

std::optional<Searcher> SearchPool::open_late(std::shared_ptr<const Snapshot> snapshot) {
    ++opened_late_;
    auto opened = Searcher::open(std::move(snapshot));
    if (opened.has_value()) return std::move(*opened);
    log_->error("A search worker keeps its old snapshot: {}", format(opened.error()));
    return std::nullopt;
}

/// Also drops what was prepared for snapshots that served before this one.
std::optional<Searcher> SearchPool::take_prepared(const Snapshot& snapshot) {
    std::vector<Prepared> outdated;  // closed outside the lock
    const std::lock_guard lock(mutex_);
    const auto ready = std::ranges::find(prepared_, &snapshot, [](const Prepared& one) { return one.snapshot.get(); });
    if (ready == prepared_.end()) return std::nullopt;
    outdated.assign(std::move_iterator(prepared_.begin()), std::move_iterator(ready));
    prepared_.erase(prepared_.begin(), ready);
    auto& searchers = prepared_.front().searchers;
    if (searchers.empty()) return std::nullopt;
    std::optional<Searcher> taken(std::move(searchers.back()));
    searchers.pop_back();
    return taken;
}

}  // namespace palermo
