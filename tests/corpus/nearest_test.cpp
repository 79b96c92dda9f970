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

TEST_CASE("slips are counted in characters, in every script", "[corpus][nearest]") {
    const std::vector<std::string> countries{"боливия", "молдова", "玻利维亚", "中国", "法国"};
    CHECK(nearest("балевия", countries) == "боливия");
    CHECK(nearest("болливия", countries) == "боливия");
    CHECK(nearest("玻利维", countries) == "玻利维亚");
    CHECK_FALSE(nearest("югославия", countries).has_value());
    CHECK_FALSE(nearest("英国", countries).has_value());
    CHECK_FALSE(nearest("德意", countries).has_value());
    CHECK(nearest("法国", countries) == "法国");
    // One letter with an accent is one slip.
    CHECK_FALSE(nearest("érè", std::vector<std::string>{"ère"}).has_value());
    CHECK(nearest("ere", std::vector<std::string>{"ère"}) == "ère");
}

TEST_CASE("what is no UTF-8 is near to what is like it, byte by byte", "[corpus][nearest]") {
    CHECK(nearest("convicted\xFF", words) == "convicted");
    CHECK_FALSE(nearest("\xD1", words).has_value());
}

TEST_CASE("of a very short word a slip makes another one", "[corpus][nearest]") {
    const std::vector<std::string> codes{"IL", "AU", "CH", "US", "NLD"};
    for (const auto* code : {"IRL", "AUT", "CHN", "UK", "NL", "U", "", "IRAN"}) CHECK_FALSE(nearest(code, codes).has_value());
    CHECK(nearest("AU", codes) == "AU");
    CHECK(nearest("NLDX", codes) == "NLD");
}

TEST_CASE("a word of three letters is too short to guess what it means, in every script", "[corpus][nearest]") {
    for (const auto* word : {"", "abc", "éèê", "США", "中国人"}) CHECK_FALSE(is_long_enough_to_guess(word));
    for (const auto* word : {"abcd", "éèêë", "Куба", "玻利维亚"}) CHECK(is_long_enough_to_guess(word));
}

}  // namespace palermo::test
