// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/set_classes.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace palermo {
namespace {

/// Of each of a column's values the numbers of what the readings make of it.
std::vector<std::vector<std::uint32_t>> read_values(const std::vector<std::string>& values, std::span<const ValueReading> readings) {
    std::map<std::pair<std::size_t, std::string>, std::uint32_t> numbers;
    std::vector<std::vector<std::uint32_t>> read;
    for (const auto& value : values) {
        auto& made = read.emplace_back();
        for (std::size_t reading = 0; reading < readings.size(); ++reading) {
            auto ours = readings[reading](value);
            if (!ours) continue;
            const auto next = static_cast<std::uint32_t>(numbers.size());
            made.push_back(numbers.try_emplace({reading, std::move(*ours)}, next).first->second);
        }
    }
    return read;
}

std::string bytes_of(const std::vector<std::uint32_t>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t)};
}

}  // namespace

SetClasses::SetClasses(const FacetColumns& columns, Column column, std::span<const ValueReading> readings) {
    const auto read = read_values(columns.values(column), readings);
    const auto sets = columns.sets(column);
    std::unordered_map<std::string, std::uint32_t> class_of;
    std::vector<std::uint32_t> made;
    for (std::uint32_t set = 0; set < sets.size(); ++set) {
        made.clear();
        for (const auto ordinal : sets[set]) made.insert(made.end(), read[ordinal].begin(), read[ordinal].end());
        std::ranges::sort(made);
        made.erase(std::unique(made.begin(), made.end()), made.end());
        const auto [known, is_new] = class_of.try_emplace(bytes_of(made), static_cast<std::uint32_t>(examples_.size()));
        if (is_new) examples_.push_back(set);
        of_sets_.push_back(known->second);
    }
}

}  // namespace palermo
