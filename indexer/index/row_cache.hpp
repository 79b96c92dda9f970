// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/recent_entries.hpp"
#include "indexer/index/row_bitmap.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <variant>
#include <vector>

namespace palermo {

/// Rows that are kept, in whichever form is smaller: a bit for each row of the segment, or a number for each of them.
class RowSet {
public:
    explicit RowSet(RowBitmap rows);

    void add_to(RowBitmap& rows) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    std::size_t count_;
    std::variant<RowBitmap, std::vector<std::uint32_t>> rows_;
};

/// The rows of one segment that have a term, or a value, for those asked for last. A segment never changes, so nothing here grows old; it
/// is let go of with the segment. May be used by many threads at once.
class RowCache {
public:
    explicit RowCache(std::size_t most_bytes) : entries_(most_bytes) {}

    /// Null when they are not kept.
    [[nodiscard]] std::shared_ptr<const RowSet> find(std::string_view key);
    /// What has not been asked for for longest makes room.
    void keep(std::string_view key, std::shared_ptr<const RowSet> rows);

private:
    std::mutex mutex_;  // guards the entries
    RecentEntries<std::shared_ptr<const RowSet>> entries_;
};

}  // namespace palermo
