// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/warm_up.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("a searcher answers the same after it was warmed up", "[search]") {
    auto cold = searcher_on(three_segments());
    auto warm = searcher_on(three_segments());
    CHECK(warm_up(warm).has_value());
    for (const std::string text : {"", "debt bondage", "servidumbre"}) CHECK(ids(answer(warm, text)) == ids(answer(cold, text)));
}

TEST_CASE("a collection of odd titles can be warmed up", "[search]") {
    for (const auto* title : {"\"", "((((", "- - -", "債役", "A NOT B AND", "*"}) {
        TestRecord record;
        record.id = "odd";
        record.title = title;
        const TempIndex index{record};
        auto searcher = searcher_on(index);
        INFO(title);
        CHECK(warm_up(searcher).has_value());
    }
}

}  // namespace palermo::test
