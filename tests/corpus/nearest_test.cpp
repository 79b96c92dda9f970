// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/nearest.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace palermo::test {
namespace {

const std::vector<std::string> words{"convicted", "acquitted", "other", "conviction-upheld", "to"};

}  // namespace

TEST_CASE("a slip of the pen is near to what was meant", "[corpus][nearest]") {
    CHECK(nearest("convictd", words) == "convicted");
    CHECK(nearest("aquited", words) == "acquitted");
    CHECK(nearest("conviction_uphold", words) == "conviction-upheld");
    CHECK(nearest("convicted", words) == "convicted");
}

TEST_CASE("what is far from everything is near to nothing, however long it is", "[corpus][nearest]") {
    CHECK_FALSE(nearest("zebra", words).has_value());
    CHECK_FALSE(nearest(std::string(100'000, 'x'), words).has_value());
    CHECK_FALSE(nearest("convicted", {}).has_value());
}

}  // namespace palermo::test
