// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/live_generation.hpp"

#include "indexer/index/checksum.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

namespace palermo::test {

TEST_CASE("a live generation finds records by id and by text, in any segment, and gives their XML", "[load][live]") {
    const TestRecord first{.id = "a", .facts = {"First."}};
    const TestRecord second{.id = "a", .facts = {"Second."}};
    TempIndex index{first, {.id = "b"}};
    index.load({second, {.id = "c"}});
    const auto live = LiveGeneration::open(IndexDirectory(index.path()));
    REQUIRE(live.has_value());
    const auto found = live->find("a");
    REQUIRE(found.has_value());
    CHECK(*live->xml(*found) == to_xml(second));
    CHECK(live->with_text(checksum_of(to_xml(second)))->id == "a");
    CHECK_FALSE(live->with_text(checksum_of(to_xml(first))));
    CHECK_FALSE(live->find("nobody"));
    std::vector<std::string> ids;
    for (const auto& record : live->all()) ids.push_back(record.id);
    CHECK(ids == std::vector<std::string>{"b", "a", "c"});

    const auto before = LiveGeneration::open(IndexDirectory(index.path()), 1);
    REQUIRE(before.has_value());
    CHECK(*before->xml(*before->find("a")) == to_xml(first));
}

TEST_CASE("without an index there is an empty generation", "[load][live]") {
    const TempDirectory directory;
    const auto live = LiveGeneration::open(IndexDirectory(directory.path() / "none"));
    REQUIRE(live.has_value());
    CHECK(live->manifest().generation == 0);
    CHECK(live->all().empty());
    CHECK_FALSE(live->find("a"));
}

}  // namespace palermo::test
