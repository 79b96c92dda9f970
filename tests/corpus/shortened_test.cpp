// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/shortened.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("a value is quoted whole when it is short, and its beginning when it is long", "[corpus][shortened]") {
    CHECK(in_quotes("").size() == 2);
    CHECK(in_quotes("case-099") == "\"case-099\"");
    CHECK(shortened(std::string(longest_quote, 'a')) == std::string(longest_quote, 'a'));
    CHECK(in_quotes(std::string(65'000, 'a')) == '"' + std::string(longest_quote, 'a') + "...\"");
    CHECK(in_quotes("abcd", 2) == "\"ab...\"");
}

TEST_CASE("a value is cut between characters, and characters are counted, not bytes", "[corpus][shortened]") {
    CHECK(shortened("éé", 2) == "éé");
    CHECK(shortened("ééé", 2) == "éé...");
    CHECK(shortened("案案案", 1) == "案...");
}

}  // namespace palermo::test
