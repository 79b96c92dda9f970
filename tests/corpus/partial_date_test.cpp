// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/partial_date.hpp"

#include "tests/support/catch.hpp"

#include <string>

namespace palermo::test {

TEST_CASE("a date is as precise as it was written", "[corpus][date]") {
    const auto year = PartialDate::parse("2010");
    REQUIRE(year);
    CHECK(year->year() == 2010);
    CHECK_FALSE(year->month());
    CHECK(year->earliest() == "20100101");
    CHECK(year->latest() == "20101231");

    const auto month = PartialDate::parse("2012-02");
    REQUIRE(month);
    CHECK(month->earliest() == "20120201");
    CHECK(month->latest() == "20120229");

    const auto day = PartialDate::parse("2010-03-19");
    REQUIRE(day);
    CHECK(day->day() == 19);
    CHECK(day->earliest() == day->latest());
    for (const std::string written : {"1000", "2010-03", "9999-12-31"}) CHECK(PartialDate::parse(written)->to_string() == written);
}

TEST_CASE("what is not a date, or none that exists, is refused", "[corpus][date]") {
    for (const std::string text : {"", "10", "0999", "2010-", "2010-13", "2010-00", "2010-1", "2010-02-30", "2011-02-29", "2010-04-31",
                                   "2010-03-00", "2010/03/19", "2010-03-19Z", " 2010", "20a0", "2010-03-1x", "-010", "+201", "2010-+3"}) {
        INFO(text);
        CHECK_FALSE(PartialDate::parse(text));
    }
}

}  // namespace palermo::test
