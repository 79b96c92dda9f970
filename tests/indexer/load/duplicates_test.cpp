// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/duplicates.hpp"

#include "corpus/record_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/test_record.hpp"

namespace palermo::test {
namespace {

std::optional<std::string> why(const TestRecord& one, const TestRecord& other) {
    return why_duplicate(*read_record(SourceText("one.xml", to_xml(one))), *read_record(SourceText("other.xml", to_xml(other))));
}

}  // namespace

TEST_CASE("the same citation makes a possible duplicate, however it is written; a docket number does not", "[load][duplicates]") {
    const TestRecord one{.id = "a", .title = "A v B", .identifiers = {{.scheme = "neutral-citation", .value = "[2019] XYCA 7"}}};
    CHECK(why(one, {.id = "b", .title = "C v D", .identifiers = {{.scheme = "neutral-citation", .value = "[2019]  xyca 7"}}}) ==
          "both are [2019] XYCA 7");
    CHECK_FALSE(why(one, {.id = "b", .title = "C v D", .identifiers = {{.scheme = "neutral-citation", .value = "[2019] XYCA 70"}}}));
    const TestRecord docket{.id = "c", .title = "A v B", .identifiers = {{.scheme = "docket", .value = "12/2019"}}};
    CHECK_FALSE(why(docket, {.id = "d", .title = "C v D", .identifiers = {{.scheme = "docket", .value = "12/2019"}}}));
}

TEST_CASE("court, day and a similar title together make a possible duplicate", "[load][duplicates]") {
    const TestRecord one{.id = "a", .title = "R v Sample", .court = "Invented Court", .decided = "2019-03-02"};
    CHECK(why(one, {.id = "b", .title = "The Queen v Sample", .court = "Invented court", .decided = "2019-03-02"}) ==
          "the same court on the same day, and a similar title");
    const std::vector<TestRecord> others{{.id = "day", .title = "R v Sample", .court = "Invented Court", .decided = "2019-03-03"},
                                         {.id = "month", .title = "R v Sample", .court = "Invented Court", .decided = "2019-03"},
                                         {.id = "court", .title = "R v Sample", .court = "Another Court", .decided = "2019-03-02"},
                                         {.id = "title", .title = "Nobody and others", .court = "Invented Court", .decided = "2019-03-02"}};
    for (const auto& other : others) {
        INFO(other.id);
        CHECK_FALSE(why(one, other));
    }
}

TEST_CASE("titles are similar by their words, not by their case or marks", "[load][duplicates]") {
    CHECK(are_similar_titles("R v Sample", "R. v. SAMPLE"));
    CHECK_FALSE(are_similar_titles("R v Sample", "Nobody and others"));
    CHECK_FALSE(are_similar_titles("", ""));
}

}  // namespace palermo::test
