// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/value_range.hpp"

#include "indexer/index/layout.hpp"

#include <charconv>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace palermo {
namespace {

/// A bound as a number: the values of the slots are digits, as many in each.
std::uint32_t bound(const std::string& text) {
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The value of each set of the column that stands for the slot; 0 is none.
std::vector<std::uint32_t> slot_values(const Snapshot& snapshot, std::size_t segment, unsigned slot) {
    std::vector<std::uint32_t> values;
    if (slot == layout::longest_sentence.slot) {
        const auto& columns = snapshot.columns(segment);
        const auto sets = columns.sets(Column::sentence);
        // A sentence of no month is one: all are counted from one.
        for (std::uint32_t set = 0; set < sets.size(); ++set)
            values.push_back(sets[set].empty() ? 0 : bound(columns.values(Column::sentence)[sets[set].front()]) + 1);
    } else if (slot == layout::decided_earliest.slot || slot == layout::decided_latest.slot) {
        for (const auto& [earliest, latest] : snapshot.decided_days(segment))
            values.push_back(slot == layout::decided_earliest.slot ? earliest : latest);
    } else {
        throw std::logic_error("a value that no column has");
    }
    return values;
}

}  // namespace

RowBitmap rows_in_range(const Snapshot& snapshot, std::size_t segment, const MatchNode::ValueRange& range) {
    const bool is_sentence = range.slot == layout::longest_sentence.slot;
    const auto shift = is_sentence ? 1U : 0U;
    const auto low = bound(range.low) + shift;
    const auto high = range.high.empty() ? std::numeric_limits<std::uint32_t>::max() : bound(range.high) + shift;
    std::vector<std::uint8_t> wanted;
    for (const auto value : slot_values(snapshot, segment, range.slot))
        wanted.push_back(value > 0 && value >= low && value <= high ? 1 : 0);
    return snapshot.columns(segment).rows_with(is_sentence ? Column::sentence : Column::decided, wanted);
}

}  // namespace palermo
