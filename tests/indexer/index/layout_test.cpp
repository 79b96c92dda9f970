// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/layout.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("a term is its prefix and its content, with a colon before a capital", "[index]") {
    CHECK(layout::make_term("XI", "failure-to-escape") == "XIfailure-to-escape");
    CHECK(layout::make_term("XJ", "NL") == "XJ:NL");
    CHECK(layout::make_term("", "NL") == "NL");
    CHECK(layout::make_term("S", ":x") == "S::x");
}

TEST_CASE("a long term keeps within the engine's limit and stays different from others", "[index]") {
    for (const auto& filler : {std::string("a"), std::string("é"), std::string(1, '\0')}) {
        std::string content;
        while (content.size() < 1000) content += filler;
        const auto term = layout::make_term("XN", content);
        std::size_t encoded = 0;
        for (const char c : term) encoded += c == '\0' ? 2 : 1;
        CHECK(encoded <= 245);
        CHECK(term != layout::make_term("XN", content + "b"));
        CHECK(term == layout::make_term("XN", content));
    }
    CHECK(layout::make_term("Q", std::string(244, 'x')).size() == 245);
}

TEST_CASE("every facet has its own field, named as the facet", "[index]") {
    for (const auto facet : all_facets) CHECK(layout::boolean_field(facet).name == name_of(facet));
}

}  // namespace palermo::test
