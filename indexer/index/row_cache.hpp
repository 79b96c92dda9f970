// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/row_bitmap.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace palermo {

/// Rows that are kept, in whichever form is smaller: a bit for each row of the segment, or a number for each of them.
class RowSet {
public:
    explicit RowSet(RowBitmap rows);

    void add_to(RowBitmap& rows) const;
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t bytes() const;

private:
    std::size_t count_;
    std::variant<RowBitmap, std::vector<std::uint32_t>> rows_;
};

/// The rows of one segment that have a term, or a value, for those asked for last. A segment never changes, so nothing here grows old; it
/// is let go of with the segment. May be used by many threads at once.
class RowCache {
public:
    explicit RowCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// Null when they are not kept.
    [[nodiscard]] std::shared_ptr<const RowSet> find(std::string_view key);
    /// What has not been asked for for longest makes room.
    void keep(std::string_view key, std::shared_ptr<const RowSet> rows);

    struct Use {
        std::size_t bytes = 0;
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;
    };
    [[nodiscard]] Use use() const;

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const RowSet> rows;

        [[nodiscard]] std::size_t bytes() const;
    };

    mutable std::mutex mutex_;  // guards all below
    std::list<Entry> entries_;  // the last used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
    std::size_t most_bytes_;
    Use use_;
};

}  // namespace palermo
