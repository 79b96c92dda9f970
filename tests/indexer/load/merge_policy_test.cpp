// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/merge_policy.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace palermo::test {
namespace {

using Segments = std::vector<SegmentEntry>;

SegmentEntry segment(std::uint64_t records, std::size_t deleted = 0) {
    SegmentEntry entry;
    entry.record_count = records;
    for (std::uint32_t i = 0; i < deleted; ++i) entry.deleted.push_back(i + 1);
    return entry;
}

std::uint64_t shown(const SegmentEntry& entry) { return entry.record_count - entry.deleted.size(); }

/// Merges as a load does, and gives the number of records that were written again.
std::uint64_t settle(Segments& segments) {
    std::uint64_t written = 0;
    while (const auto range = choose_merge(segments)) {
        std::uint64_t records = 0;
        for (auto i = range->begin; i < range->end; ++i) records += shown(segments[i]);
        written += records;
        const auto first = segments.begin() + static_cast<std::ptrdiff_t>(range->begin);
        *first = segment(records);
        segments.erase(first + 1, segments.begin() + static_cast<std::ptrdiff_t>(range->end));
        REQUIRE(written < 100'000'000);
    }
    return written;
}

}  // namespace

TEST_CASE("ten thousand loads of one record keep few segments, and each record is written again a few times", "[load][merge]") {
    Segments segments;
    std::uint64_t written = 0;
    constexpr std::uint64_t loads = 10'000;
    for (std::uint64_t i = 0; i < loads; ++i) {
        segments.push_back(segment(1));
        written += settle(segments);
        REQUIRE(segments.size() <= 8);
    }
    std::uint64_t records = 0;
    for (const auto& each : segments) records += each.record_count;
    CHECK(records == loads);
    // Merges among the first 64 cost next to nothing each; beyond them a record is merged once for every doubling.
    const auto doublings = std::log2(static_cast<double>(loads));
    CHECK(static_cast<double>(written) <= static_cast<double>(loads) * (64 + 2 * doublings));
}

TEST_CASE("the work of small loads grows little faster than their number", "[load][merge]") {
    const auto work_of = [](int loads) {
        Segments segments;
        std::uint64_t written = 0;
        for (int i = 0; i < loads; ++i) {
            segments.push_back(segment(100));
            written += settle(segments);
        }
        return static_cast<double>(written) / (100.0 * loads);
    };
    const auto few = work_of(100);
    const auto many = work_of(10'000);
    INFO(few << " and " << many << " times written");
    // A hundred times as many are less than seven doublings more; merging all with all would be a hundred times as much.
    CHECK(many <= few + 7 * 2);
}

TEST_CASE("a small load leaves a large library alone", "[load][merge]") {
    Segments segments{segment(1'000'000), segment(1)};
    CHECK(settle(segments) == 0);
    segments.push_back(segment(1));
    CHECK(settle(segments) == 2);
    CHECK(segments.size() == 2);
}

TEST_CASE("a worn segment is written again alone, a whole one is not", "[load][merge]") {
    CHECK_FALSE(choose_merge({}).has_value());
    CHECK_FALSE(choose_merge(Segments{segment(1000)}).has_value());
    CHECK_FALSE(choose_merge(Segments{segment(1000, 200)}).has_value());
    const auto worn = choose_merge(Segments{segment(1000, 250)});
    REQUIRE(worn.has_value());
    CHECK(worn->begin == 0);
    CHECK(worn->end == 1);
    CHECK(choose_merge(Segments{segment(10, 2)}).has_value());
}

TEST_CASE("too many segments are joined where it costs least", "[load][merge]") {
    Segments segments;
    for (std::uint64_t size = 1'000'000; size >= 400; size /= 3) segments.push_back(segment(size));
    while (segments.size() < 9) segments.insert(segments.begin(), segment(3 * segments.front().record_count));
    REQUIRE(segments.size() == 9);
    const auto range = choose_merge(segments);
    REQUIRE(range.has_value());
    CHECK(range->begin == 7);
    CHECK(range->end == 9);
}

}  // namespace palermo::test
