// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/date_page.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace palermo {
namespace {

/// So many of the best are kept in order while rows are looked at; of deeper pages all are kept, and sorted at the end.
constexpr std::size_t most_in_heap = 1'000;

/// The smaller comes first: what the date says, then the docid.
using Key = std::uint64_t;
constexpr unsigned docid_bits = 32;

/// At least the best `most` of the keys that were offered.
class BestKeys {
public:
    explicit BestKeys(std::size_t most) : most_(most), is_heap_(most <= most_in_heap) {}

    void offer(Key key) {
        if (!is_heap_) return kept_.push_back(key);
        if (kept_.size() == most_ && key >= kept_.front()) return;
        if (kept_.size() == most_) {
            std::ranges::pop_heap(kept_);
            kept_.back() = key;
        } else {
            kept_.push_back(key);
        }
        std::ranges::push_heap(kept_);
    }

    /// In order.
    [[nodiscard]] std::vector<Key> take() {
        std::ranges::sort(kept_);
        return std::move(kept_);
    }

private:
    std::size_t most_;
    bool is_heap_;
    std::vector<Key> kept_;  ///< of a heap the worst is in front
};

/// What a set of the column `decided` comes by: days as numbers; later ones come first in the order of the newest.
std::vector<std::uint32_t> places_of_sets(std::span<const DecidedDays> days, SortOrder order) {
    std::vector<std::uint32_t> places;
    for (const auto& [earliest, latest] : days) {
        const auto undated = std::numeric_limits<std::uint32_t>::max();
        places.push_back(latest == 0 ? undated : order == SortOrder::newest ? undated - latest : earliest);
    }
    return places;
}

/// The keys of one segment's rows.
class SegmentKeys {
public:
    SegmentKeys(const Snapshot& snapshot, std::size_t segment, SortOrder order)
        : columns_(snapshot.columns(segment)), places_(places_of_sets(snapshot.decided_days(segment), order)) {}

    template <class Offer>
    void for_each(std::span<const std::uint32_t> rows, Offer offer) const {
        std::vector<std::uint32_t> sets(rows.size());
        columns_.read_sets(Column::decided, rows, sets);
        for (std::size_t i = 0; i < rows.size(); ++i) offer(Key{places_[sets[i]]} << docid_bits | (columns_.first_docid() + rows[i]));
    }

private:
    const FacetColumns& columns_;
    std::vector<std::uint32_t> places_;
};

/// The first `most` of the rows in an order of all rows.
std::vector<std::uint32_t> first_in_order(const RowBitmap& rows, std::span<const std::uint32_t> order, std::size_t most) {
    std::vector<std::uint32_t> found;
    for (auto row = order.begin(); row != order.end() && found.size() < most; ++row) {
        if (rows.test(*row)) found.push_back(*row);
    }
    return found;
}

/// Going through the order of all rows takes about `most * rows / wanted` steps, sorting those that are wanted one for each.
bool is_order_shorter(std::size_t rows, std::size_t wanted, std::size_t most) { return most * rows < wanted * wanted; }

}  // namespace

std::vector<std::uint32_t> date_page(const Snapshot& snapshot, const SnapshotRows& rows, SortOrder order, std::size_t first,
                                     std::size_t size) {
    const auto most = first + size;
    BestKeys best(most);
    for (std::size_t segment = 0; segment < rows.size(); ++segment) {
        const bool follows_order = order == SortOrder::newest && is_order_shorter(rows[segment].rows(), rows[segment].count(), most);
        const auto numbers =
            follows_order ? first_in_order(rows[segment], snapshot.newest_first(segment), most) : numbers_of(rows[segment]);
        SegmentKeys(snapshot, segment, order).for_each(numbers, [&](Key key) { best.offer(key); });
    }
    const auto keys = best.take();
    std::vector<std::uint32_t> docids;
    for (auto i = first; i < std::min(most, keys.size()); ++i) docids.push_back(static_cast<std::uint32_t>(keys[i]));
    return docids;
}

}  // namespace palermo
