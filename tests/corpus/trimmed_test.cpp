// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/trimmed.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("white space around a text goes, and what is inside stays", "[corpus]") {
    CHECK(trimmed(" \t a b\r\n") == "a b");
    CHECK(trimmed("a") == "a");
    CHECK(trimmed("").empty());
    CHECK(trimmed(" \t\r\n ").empty());
}

}  // namespace palermo::test
