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

void ResultCache::begin(const Epoch& epoch) {
    Entries dropped(0);  // let go of outside the lock
    const std::lock_guard lock(mutex_);
    if (epoch == epoch_) return;
    epoch_ = epoch;
    dropped = std::exchange(entries_, Entries(most_bytes_));
}

std::shared_ptr<const std::string> ResultCache::find(const Epoch& epoch, const std::string& question) {
    if (!is_on()) return nullptr;
    const std::lock_guard lock(mutex_);
    const auto* kept = epoch == epoch_ ? entries_.find(question) : nullptr;
    ++(kept == nullptr ? misses_ : hits_);
    return kept == nullptr ? nullptr : *kept;
}

void ResultCache::keep(const Epoch& epoch, const std::string& question, std::string_view answer) {
    if (!is_on()) return;
    const auto size = question.size() + answer.size() + entry_overhead;
    if (size > most_bytes_ / largest_share) return;
    auto kept = std::make_shared<const std::string>(answer);
    const std::lock_guard lock(mutex_);
    // Another worker may have answered the same question meanwhile.
    if (epoch != epoch_ || entries_.contains(question)) return;
    evictions_ += entries_.keep(question, std::move(kept), size);
}

ResultCache::Statistics ResultCache::statistics() const {
    const std::lock_guard lock(mutex_);
    return {.hits = hits_,
            .misses = misses_,
            .evictions = evictions_,
            .entries = entries_.size(),
            .bytes = entries_.bytes(),
            .most_bytes = most_bytes_};
}

}  // namespace palermo
