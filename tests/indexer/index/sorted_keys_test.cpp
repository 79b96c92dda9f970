// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/sorted_keys.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

SortedKeys over(const std::vector<std::string>& keys) {
    return {.size = static_cast<std::uint32_t>(keys.size()), .at = [&keys](std::uint32_t i) { return std::string_view(keys[i]); }};
}

}  // namespace

TEST_CASE("keys are found from any place on", "[index]") {
    std::vector<std::string> list;
    for (int i = 0; i < 300; ++i) list.push_back(std::to_string(i * 7 % 300));
    std::ranges::sort(list);
    const auto keys = over(list);
    for (const std::string key : {"", "0", "1", "17", "199", "2", "299", "3", "9999"}) {
        for (const std::uint32_t from : {0U, 1U, 57U, 299U, 300U}) {
            const auto expected = std::ranges::lower_bound(list, key) - list.begin();
            CHECK(lower_bound(keys, key, from) == std::max(from, static_cast<std::uint32_t>(expected)));
        }
        const auto range = prefix_range(keys, key);
        const auto begins_so = [&](const std::string& other) { return other.starts_with(key); };
        CHECK(range.end - range.begin == std::ranges::count_if(list, begins_so));
        CHECK(std::all_of(list.begin() + range.begin, list.begin() + range.end, begins_so));
        CHECK(prefix_end(keys, key, 300) == 300);
    }
    CHECK(prefix_range(over({}), "a").end == 0);
}

}  // namespace palermo::test
