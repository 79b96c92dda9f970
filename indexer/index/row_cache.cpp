// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/row_cache.hpp"

#include "indexer/index/row_counter.hpp"

#include <utility>

namespace palermo {
namespace {

/// What an entry takes beside its rows and its key, about.
constexpr std::size_t entry_overhead = 160;

}  // namespace

RowSet::RowSet(RowBitmap rows) : count_(rows.count()), rows_(std::vector<std::uint32_t>()) {
    if (count_ * sizeof(std::uint32_t) < rows.words().size_bytes())
        rows_ = numbers_of(rows);
    else
        rows_ = std::move(rows);
}

void RowSet::add_to(RowBitmap& rows) const {
    if (const auto* bitmap = std::get_if<RowBitmap>(&rows_)) {
        rows |= *bitmap;
    } else {
        for (const auto row : std::get<std::vector<std::uint32_t>>(rows_)) rows.set(row);
    }
}

std::size_t RowSet::bytes() const {
    if (const auto* bitmap = std::get_if<RowBitmap>(&rows_)) return bitmap->words().size_bytes();
    return count_ * sizeof(std::uint32_t);
}

std::size_t RowCache::Entry::bytes() const { return rows->bytes() + key.size() + entry_overhead; }

std::shared_ptr<const RowSet> RowCache::find(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    ++(found == by_key_.end() ? use_.misses : use_.hits);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->rows;
}

void RowCache::keep(std::string_view key, std::shared_ptr<const RowSet> rows) {
    const std::lock_guard lock(mutex_);
    // Two workers may have made the same at once.
    if (by_key_.contains(key)) return;
    entries_.push_front({std::string(key), std::move(rows)});
    by_key_.emplace(entries_.front().key, entries_.begin());
    use_.bytes += entries_.front().bytes();
    while (use_.bytes > most_bytes_ && !entries_.empty()) {
        use_.bytes -= entries_.back().bytes();
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

RowCache::Use RowCache::use() const {
    const std::lock_guard lock(mutex_);
    return use_;
}

}  // namespace palermo
