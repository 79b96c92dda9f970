// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
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

    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& [number, times] : few_) visit(number, times);
        for (std::size_t number = 0; number < array_.size(); ++number) {
            if (array_[number] > 0) visit(number, array_[number]);
        }
    }

    /// Numbers that came, ascending, with how often each did.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> sorted() const;

private:
    std::vector<std::uint32_t> array_;
    std::unordered_map<std::uint64_t, std::uint32_t> few_;
};

}  // namespace palermo
