// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/result_cache.hpp"

#include <utility>

namespace palermo {
namespace {

/// What the containers take for an entry besides its texts: measured with malloc, rounded up.
constexpr std::size_t entry_overhead = 256;
/// One answer must not push out nearly all others.
constexpr std::size_t largest_share = 8;

}  // namespace

std::size_t ResultCache::size_of(const Entry& entry) { return entry.question.size() + entry.answer->size() + entry_overhead; }

void ResultCache::begin(const Epoch& epoch) {
    Entries dropped;  // let go of outside the lock
    const std::lock_guard lock(mutex_);
    if (epoch == epoch_) return;
    epoch_ = epoch;
    places_.clear();
    dropped.swap(entries_);
    bytes_ = 0;
}

std::shared_ptr<const std::string> ResultCache::find(const Epoch& epoch, const std::string& question) {
    if (!is_on()) return nullptr;
    const std::lock_guard lock(mutex_);
    const auto place = epoch == epoch_ ? places_.find(question) : places_.end();
    if (place == places_.end()) {
        ++misses_;
        return nullptr;
    }
    ++hits_;
    entries_.splice(entries_.begin(), entries_, place->second);
    return place->second->answer;
}

void ResultCache::keep(const Epoch& epoch, const std::string& question, std::string_view answer) {
    if (!is_on()) return;
    Entry entry{.question = question, .answer = std::make_shared<const std::string>(answer)};
    const auto size = size_of(entry);
    if (size > most_bytes_ / largest_share) return;
    const std::lock_guard lock(mutex_);
    // Another worker may have answered the same question meanwhile.
    if (epoch != epoch_ || places_.contains(question)) return;
    while (bytes_ + size > most_bytes_) drop_oldest();
    entries_.push_front(std::move(entry));
    places_.emplace(entries_.front().question, entries_.begin());
    bytes_ += size;
}

void ResultCache::drop_oldest() {
    const auto& oldest = entries_.back();
    bytes_ -= size_of(oldest);
    places_.erase(oldest.question);
    entries_.pop_back();
    ++evictions_;
}

ResultCache::Statistics ResultCache::statistics() const {
    const std::lock_guard lock(mutex_);
    return {
        .hits = hits_, .misses = misses_, .evictions = evictions_, .entries = entries_.size(), .bytes = bytes_, .most_bytes = most_bytes_};
}

}  // namespace palermo
