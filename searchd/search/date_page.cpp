// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/date_page.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace palermo {
namespace {

/// So many of the best are kept while rows are looked at; of deeper pages all rows are sorted.
constexpr std::size_t most_kept = 1'000;

/// The smaller comes first: what the date says, then the docid.
using Key = std::uint64_t;
constexpr unsigned docid_bits = 32;

/// The best of the keys that were offered.
class BestKeys {
public:
    explicit BestKeys(std::size_t most) : most_(most) {}

    void offer(Key key) {
        if (kept_.size() == most_ && key >= kept_.front()) return;
        if (kept_.size() == most_) {
            std::ranges::pop_heap(kept_);
            kept_.back() = key;
        } else {
            kept_.push_back(key);
        }
        std::ranges::push_heap(kept_);
    }

    [[nodiscard]] std::vector<Key> take() {
        std::ranges::sort_heap(kept_);
        return std::move(kept_);
    }

private:
    std::size_t most_;
    std::vector<Key> kept_;  ///< a heap, the worst in front
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

template <class Offer>
void for_each_key(const Snapshot& snapshot, const SnapshotRows& rows, SortOrder order, Offer offer) {
    for (std::size_t segment = 0; segment < rows.size(); ++segment) {
        const auto& columns = snapshot.columns(segment);
        const auto places = places_of_sets(snapshot.decided_days(segment), order);
        const auto numbers = numbers_of(rows[segment]);
        std::vector<std::uint32_t> sets(numbers.size());
        columns.read_sets(Column::decided, numbers, sets);
        for (std::size_t i = 0; i < numbers.size(); ++i) offer(Key{places[sets[i]]} << docid_bits | (columns.first_docid() + numbers[i]));
    }
}

}  // namespace

std::vector<std::uint32_t> date_page(const Snapshot& snapshot, const SnapshotRows& rows, SortOrder order, std::size_t first,
                                     std::size_t size) {
    std::vector<Key> keys;
    if (first + size <= most_kept) {
        BestKeys best(first + size);
        for_each_key(snapshot, rows, order, [&](Key key) { best.offer(key); });
        keys = best.take();
    } else {
        for_each_key(snapshot, rows, order, [&](Key key) { keys.push_back(key); });
        std::ranges::sort(keys);
    }
    std::vector<std::uint32_t> docids;
    for (auto i = first; i < std::min(first + size, keys.size()); ++i) docids.push_back(static_cast<std::uint32_t>(keys[i]));
    return docids;
}

}  // namespace palermo
