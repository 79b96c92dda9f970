// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/snapshot_holder.hpp"

#include "searchd/search/searcher.hpp"

#include <condition_variable>
#include <exception>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// Opening reads checksums and columns: not five times a second for a generation that is damaged.
constexpr std::chrono::seconds refusal_holds{5};
constexpr std::chrono::seconds trial_may_take{30};

Diagnostic no_generation(const IndexDirectory& directory) {
    return error_at(directory.root().string(), "There is no index in this directory.",
                    "Load records into it first: palermo-indexer load --index DIR FILES.");
}

/// Searches a generation once as a worker would: what is damaged shows here and not in a reader's search, and what the first search must
/// fetch from the disk is fetched.
Result<void> try_out(const std::shared_ptr<const Snapshot>& snapshot) {
    auto searcher = Searcher::open(snapshot);
    if (searcher.has_error()) return searcher.error();
    const auto answer = searcher->search(SearchRequest{}, std::chrono::steady_clock::now() + trial_may_take);
    if (answer.has_error()) return answer.error();
    return {};
}

}  // namespace

Result<std::unique_ptr<SnapshotHolder>> SnapshotHolder::open(const IndexDirectory& directory, std::shared_ptr<spdlog::logger> log,
                                                             std::chrono::milliseconds look_every) {
    const auto live = directory.current_generation();
    if (live.has_error()) return live.error();
    if (!live->has_value()) return no_generation(directory);
    auto snapshot = Snapshot::open(directory, live->value());
    if (snapshot.has_error()) return snapshot.error();
    if (const auto tried = try_out(*snapshot); tried.has_error()) return tried.error();
    std::unique_ptr<SnapshotHolder> holder(new SnapshotHolder(directory, std::move(*snapshot), std::move(log)));
    holder->watcher_ = std::jthread([&self = *holder, look_every](const std::stop_token& stop) { self.watch(stop, look_every); });
    return holder;
}

SnapshotHolder::SnapshotHolder(IndexDirectory directory, std::shared_ptr<const Snapshot> first, std::shared_ptr<spdlog::logger> log)
    : directory_(std::move(directory)), log_(std::move(log)), current_(std::move(first)) {}

std::shared_ptr<const Snapshot> SnapshotHolder::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

std::optional<Diagnostic> SnapshotHolder::trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

SnapshotHolder::Switches SnapshotHolder::switches() const {
    const std::lock_guard lock(mutex_);
    return switches_;
}

void SnapshotHolder::prepare_with(Prepare prepare) {
    const std::lock_guard lock(listeners_mutex_);
    prepare_ = std::move(prepare);
}

void SnapshotHolder::tell(Switched switched) {
    const std::lock_guard lock(listeners_mutex_);
    switched_ = std::move(switched);
}

void SnapshotHolder::watch(const std::stop_token& stop, std::chrono::milliseconds look_every) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    while (!stopped.wait_for(lock, stop, look_every, [&stop] { return stop.stop_requested(); })) {
        try {
            look();
        } catch (const std::exception& failure) {
            refuse(error_at(directory_.root().string(), std::string("The index could not be read: ") + failure.what() + '.',
                            "Check the disk and the memory of this machine."));
        }
    }
}

void SnapshotHolder::look() {
    const auto live = directory_.current_generation();
    if (live.has_error()) return refuse(live.error());
    if (!live->has_value()) return refuse(no_generation(directory_));
    const auto generation = live->value();
    if (generation == current()->manifest().generation) return take(current());
    const auto now = std::chrono::steady_clock::now();
    if (refused_ == generation && now < try_again_) return;
    auto snapshot = make_ready(generation);
    if (snapshot.has_value()) return take(std::move(*snapshot));
    refused_ = generation;
    try_again_ = now + refusal_holds;
    refuse(snapshot.error());
}

Result<std::shared_ptr<const Snapshot>> SnapshotHolder::make_ready(std::uint64_t generation) {
    const auto started = std::chrono::steady_clock::now();
    auto snapshot = Snapshot::open(directory_, generation, current().get());
    if (snapshot.has_error()) return snapshot;
    const std::lock_guard lock(listeners_mutex_);
    // Who prepares for a generation searches it too.
    const auto ready = prepare_ ? prepare_(*snapshot) : try_out(*snapshot);
    if (ready.has_error()) return ready.error();
    took_ = std::chrono::steady_clock::now() - started;
    return snapshot;
}

void SnapshotHolder::take(std::shared_ptr<const Snapshot> snapshot) {
    refused_.reset();
    if (!exchange(snapshot)) return;
    const auto& manifest = snapshot->manifest();
    log_->info("Generation {} with {} cases now answers.", manifest.generation, manifest.record_count);
    const std::lock_guard lock(listeners_mutex_);
    if (switched_) switched_(*snapshot);
}

/// True when the snapshot is another than the one that served.
bool SnapshotHolder::exchange(std::shared_ptr<const Snapshot> snapshot) {
    std::shared_ptr<const Snapshot> old;  // let go of outside the lock: it may be the last to hold its files
    const std::lock_guard lock(mutex_);
    trouble_.reset();
    if (current_ == snapshot) return false;
    switches_ = {.count = switches_.count + 1, .last_took = took_, .last_at = std::chrono::system_clock::now()};
    old = std::exchange(current_, std::move(snapshot));
    return true;
}

void SnapshotHolder::refuse(const Diagnostic& reason) {
    const std::lock_guard lock(mutex_);
    if (trouble_ == reason) return;
    log_->error("{} Generation {} goes on answering.", format(reason), current_->manifest().generation);
    trouble_ = reason;
}

}  // namespace palermo
