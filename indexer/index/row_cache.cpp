// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/row_cache.hpp"

#include "indexer/index/row_counter.hpp"

#include <string>
#include <utility>

namespace palermo {
namespace {

/// What an entry takes beside its rows and its key, about.
constexpr std::size_t entry_overhead = 160;

}  // namespace

RowSet::RowSet(RowBitmap rows) : count_(rows.count()), rows_(std::vector<std::uint32_t>()) {
    if (count_ * sizeof(std::uint32_t) < rows.words().size_bytes())
        rows_ = numbers_of(rows, count_);
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

std::shared_ptr<const RowSet> RowCache::find(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto* found = entries_.find(key);
    return found == nullptr ? nullptr : *found;
}

void RowCache::keep(std::string_view key, std::shared_ptr<const RowSet> rows) {
    const std::lock_guard lock(mutex_);
    // Two workers may have made the same at once.
    if (entries_.contains(key)) return;
    const auto bytes = rows->bytes() + key.size() + entry_overhead;
    entries_.keep(std::string(key), std::move(rows), bytes);
}

}  // namespace palermo
