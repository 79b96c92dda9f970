// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/number_counts.hpp"

#include "tests/support/catch.hpp"

#include <array>

namespace palermo::test {
namespace {

using Counts = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

Counts counts_of(const NumberCounts& numbers) {
    Counts counts;
    numbers.for_each([&](std::uint64_t number, std::uint32_t times) { counts.emplace_back(number, times); });
    return counts;
}

}  // namespace

TEST_CASE("numbers are counted alike where they are many and where they are few", "[search][pivots]") {
    constexpr std::uint64_t limit = 1'000;
    for (const std::size_t expected : {std::size_t{1'000}, std::size_t{1}}) {
        CAPTURE(expected);
        NumberCounts numbers(limit, expected);
        numbers.add(999, 1);
        numbers.add(3, 2);
        // Two runs that reach beyond the limit with zeros only.
        std::array<std::uint32_t, 2 * NumberCounts::run> times{};
        times[0] = 7;
        times[8] = 1;
        times[9] = 4;
        numbers.add_run(990, times);
        numbers.add_run(0, std::span(times).first(NumberCounts::run));
        CHECK(counts_of(numbers) == Counts{{0, 7}, {3, 2}, {990, 7}, {998, 1}, {999, 5}});
        CHECK(numbers.size() == 5);
    }
}

}  // namespace palermo::test
