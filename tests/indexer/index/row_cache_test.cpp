// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/row_cache.hpp"

#include "tests/support/catch.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace palermo::test {
namespace {

constexpr std::size_t rows = 1'000;

/// Each `step`-th row.
RowBitmap every(std::size_t step) {
    RowBitmap bitmap(rows);
    for (std::size_t row = 0; row < rows; row += step) bitmap.set(row);
    return bitmap;
}

std::shared_ptr<const RowSet> kept(std::size_t step) { return std::make_shared<const RowSet>(every(step)); }

RowBitmap read(const RowSet& set) {
    RowBitmap bitmap(rows);
    set.add_to(bitmap);
    return bitmap;
}

}  // namespace

TEST_CASE("rows are kept in the smaller form, and are the same in both", "[index][rows]") {
    for (const std::size_t step : {1U, 2U, 31U, 32U, 33U, 500U, 2'000U}) {
        const RowSet set(every(step));
        INFO(step);
        CHECK(read(set) == every(step));
        CHECK(set.bytes() <= every(step).words().size_bytes());
    }
    CHECK(RowSet(every(500)).bytes() == 2 * sizeof(std::uint32_t));
}

TEST_CASE("bitmaps join, meet and differ row by row", "[index][rows]") {
    auto both = every(2);
    both &= every(3);
    CHECK(both == every(6));
    auto either = every(2);
    either |= every(3);
    CHECK(either.count() == every(2).count() + every(3).count() - every(6).count());
    either -= every(1);
    CHECK(either.empty());
    RowBitmap filled(rows);
    filled.fill([](std::size_t row) { return row % 7 == 0 ? 1U : 0U; });
    CHECK(filled == every(7));
    filled.reset(7);
    CHECK_FALSE(filled.test(7));
    CHECK(filled.test(14));
}

TEST_CASE("what was not asked for for longest makes room", "[index][rows]") {
    RowCache cache(3 * (kept(2)->bytes() + 200));
    for (const std::string key : {"a", "b", "c"}) cache.keep(key, kept(2));
    CHECK(cache.find("a") != nullptr);
    cache.keep("d", kept(2));
    CHECK(cache.find("b") == nullptr);
    for (const std::string key : {"a", "c", "d"}) CHECK(cache.find(key) != nullptr);
}

TEST_CASE("many threads may ask and keep at once", "[index][rows]") {
    RowCache cache(2'000);
    std::atomic<int> wrong = 0;
    const auto work = [&](std::size_t first) {
        for (std::size_t i = 0; i < 2'000; ++i) {
            const auto step = 2 + (first + i) % 20;
            const auto key = std::to_string(step);
            auto found = cache.find(key);
            if (found == nullptr) {
                found = kept(step);
                cache.keep(key, found);
            }
            if (read(*found) != every(step)) ++wrong;
        }
    };
    {
        const std::jthread one(work, 0);
        const std::jthread other(work, 7);
    }
    CHECK(wrong == 0);
}

}  // namespace palermo::test
