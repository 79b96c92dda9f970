// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/country_code.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("a country is found by its code of three letters, and by what people call it in short", "[corpus][country]") {
    CHECK(country_called("irl") == "IE");
    CHECK(country_called("aut") == "AT");
    CHECK(country_called("chn") == "CN");
    CHECK(country_called("gbr") == "GB");
    CHECK(country_called("uk") == "GB");
    CHECK(country_called("usa") == "US");
    CHECK(country_called("holland") == "NL");
}

TEST_CASE("what calls no country finds none", "[corpus][country]") {
    for (const auto* words : {"", "xxx", "ie", "ireland", "и"}) CHECK_FALSE(country_called(words));
}

}  // namespace palermo::test
