// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/query/query_properties.hpp"

#include "tests/searchd/query/query_generator.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace palermo::query::test {

TEST_CASE("any text is a query whose echoes mean the same, or a mistake that is told and mended", "[query]") {
    QueryGenerator generator(20261123);
    for (auto left = queries_to_try(20'000); left > 0; --left) {
        const auto text = generator.next();
        const auto broken = broken_promise(text);
        INFO("query: " << text);
        CHECK(broken == "");
    }
}

TEST_CASE("values that are operators elsewhere are echoed as values", "[query]") {
    for (const std::string text :
         {"id:\"AND\"", "id:\"or\"", "id:\"NOT\"", "id:\"NEAR\"", "id:\"ADJ\"", "id:\"-x\"", "id:\"/s\"", "id:\"title:x\"",
          "country:(new zealand OR \"NOT\")", "docket:\"a(\"", "id:\"x*\"", "text:(NEAR/5* x)"}) {
        INFO(text);
        CHECK(broken_promise(text) == "");
    }
}

}  // namespace palermo::query::test
