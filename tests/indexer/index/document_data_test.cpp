// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_data.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("a document's data survives its bytes, and broken bytes are an error", "[index]") {
    const DocumentData data{.id = "a",
                            .title = "T \"x\" é",
                            .title_lang = "en",
                            .identifiers = {{"neutral-citation", "[2008] HCA 39"}},
                            .jurisdiction = "NL",
                            .court = "",
                            .court_level = "appeal",
                            .decided = "2010",
                            .outcome = "acquitted",
                            .legal_concepts = {"b", "c"},
                            .evidential_issues = {{"d", "weakened", {"p1", "p2"}}},
                            .paragraphs = {{"fact-summary", "en", "p1", 104, {1, 2, 3}}},
                            .source_xml = {4, 5, 6},
                            .source_checksum = "xxh3:0"};
    const auto bytes = encode(data);
    const auto again = decode_document_data(bytes);
    REQUIRE(again.has_value());
    CHECK(encode(*again) == bytes);
    CHECK(again->identifiers[0].scheme == "neutral-citation");
    CHECK(again->identifiers[0].value == "[2008] HCA 39");
    CHECK(again->evidential_issues[0].paragraphs == std::vector<std::string>{"p1", "p2"});
    CHECK(again->paragraphs[0].first_position == 104);
    CHECK(again->paragraphs[0].text.size == 3);
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_document_data(bytes.substr(0, size)).has_value());
    for (const std::string wrong : {"{}", "[]", "null", "{\"id\":7}", "\xFF"}) CHECK_FALSE(decode_document_data(wrong).has_value());
}

}  // namespace palermo::test
