// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/printable.hpp"

#include "corpus/diagnostic.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("what a terminal would obey is written out", "[corpus][printable]") {
    CHECK(printable("a\x1B[31mred") == "a<U+001B>[31mred");
    CHECK(printable("\xC2\x9B"
                    "31m\x7F") == "<U+009B>31m<U+007F>");
    CHECK(printable(std::string_view("\0", 1)) == "<U+0000>");
    CHECK(printable("b\xFF\xC3(") == "b<FF><C3>(");
}

TEST_CASE("what is kept stays, and so do all letters", "[corpus][printable]") {
    CHECK(printable("one\ntwo\tthree") == "one<U+000A>two<U+0009>three");
    CHECK(printable("one\ntwo\tthree", "\n\t") == "one\ntwo\tthree");
    CHECK(printable("Ñandú, 人身取引, \xF0\x9F\x98\x80") == "Ñandú, 人身取引, \xF0\x9F\x98\x80");
    CHECK(printable("").empty());
}

TEST_CASE("a finding stays one line, whatever its file is called", "[corpus][printable]") {
    CHECK(format(error_at("new\nline\x1B.xml", "It is wrong.", "Mend it.")) == "new<U+000A>line<U+001B>.xml: error: It is wrong. Mend it.");
}

}  // namespace palermo::test
