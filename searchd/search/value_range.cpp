// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/value_range.hpp"

#include "corpus/partial_date.hpp"
#include "indexer/index/layout.hpp"

#include <stdexcept>
#include <string>

namespace palermo {
namespace {

/// The value that a document with this value in the column has in the slot.
std::string slot_value(unsigned slot, const std::string& value) {
    if (slot == layout::longest_sentence.slot) return value;
    const auto date = PartialDate::parse(value);
    if (!date) return {};
    return slot == layout::decided_earliest.slot ? date->earliest() : date->latest();
}

}  // namespace

Column column_of_slot(unsigned slot) {
    if (slot == layout::decided_earliest.slot || slot == layout::decided_latest.slot) return Column::decided;
    if (slot == layout::longest_sentence.slot) return Column::sentence;
    throw std::logic_error("a value that no column has");
}

std::vector<std::uint8_t> sets_in_range(const FacetColumns& columns, const MatchNode::ValueRange& range) {
    const auto column = column_of_slot(range.slot);
    const auto is_in_range = [&](const std::string& value) { return value >= range.low && (range.high.empty() || value <= range.high); };
    std::vector<std::uint8_t> wanted(columns.set_count(column));
    wanted.front() = is_in_range("") ? 1 : 0;
    const auto& values = columns.values(column);
    for (std::uint32_t set = 1; set < wanted.size(); ++set) {
        const auto& value = values[columns.set(column, set).front()];
        wanted[set] = is_in_range(slot_value(range.slot, value)) ? 1 : 0;
    }
    return wanted;
}

}  // namespace palermo
