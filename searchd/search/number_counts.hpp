// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palermo {

/// How often each number below a limit came, and that no more often than there are docids: in an array where the limit is small for what is
/// expected, else in a table.
class NumberCounts {
public:
    NumberCounts(std::uint64_t limit, std::size_t expected);

    void add(std::uint64_t number, std::uint32_t times) {
        if (array_.empty())
            few_[number] += times;
        else
            array_[number] += times;
    }

    /// Numbers that follow each other are added in runs of so many.
    static constexpr std::size_t run = 8;
    /// Adds to the numbers from `first` on, as many as `times` has; these are whole runs, and zero where they reach beyond the limit.
    void add_run(std::uint64_t first, std::span<const std::uint32_t> times);

    /// How many different numbers came.
    [[nodiscard]] std::size_t size() const;

    /// Visits numbers that came, ascending, each with how often it did.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& [number, times] : sorted_few()) visit(number, times);
        for (std::size_t number = 0; number < array_.size(); ++number) {
            if (array_[number] > 0) visit(std::uint64_t{number}, array_[number]);
        }
    }

private:
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted_few() const;

    std::vector<std::uint32_t> array_;
    std::unordered_map<std::uint64_t, std::uint32_t> few_;
};

}  // namespace palermo
