// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/range_reader.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <variant>
#include <vector>

namespace palermo::query {
namespace {

/// "from..to", or what is wrong and what would be right.
std::string read(RangeName name, const std::string& text) {
    const auto range = read_range(name, text);
    if (const auto* mistake = std::get_if<RangeMistake>(&range)) {
        CHECK_FALSE(mistake->message.empty());
        return "mistake, " + mistake->mend;
    }
    return std::get<Range>(range).from + ".." + std::get<Range>(range).to;
}

}  // namespace

TEST_CASE("ranges of years", "[query]") {
    const auto year = [](const std::string& text) { return read(RangeName::year, text); };
    CHECK(year("2010") == "2010..2010");
    CHECK(year("2010..2015") == "2010..2015");
    CHECK(year("2010..") == "2010..");
    CHECK(year("..2015") == "..2015");
    CHECK(year(">=2010") == "2010..");
    CHECK(year("<=2010") == "..2010");
    CHECK(year(">2010") == "2011..");
    CHECK(year("<2010") == "..2009");
    CHECK(year("2015..2010") == "mistake, 2010..2015");
    for (const std::string text :
         {"", "..", ">", ">=", "201", "20100", "2010-03", "x", "2010..x", "2010..2012..2014", "2010-2015", ">life"}) {
        INFO(text);
        CHECK(year(text) == "mistake, ");
    }
}

TEST_CASE("ranges of dates", "[query]") {
    const auto date = [](const std::string& text) { return read(RangeName::date, text); };
    CHECK(date("2010-03") == "2010-03..2010-03");
    CHECK(date("2010-03..2011") == "2010-03..2011");
    CHECK(date("2010-03..") == "2010-03..");
    CHECK(date(">=2010-03-19") == "2010-03-19..");
    CHECK(date(">2010-03-19") == "mistake, >=2010-03-19");
    CHECK(date("2011..2010-03") == "mistake, 2010-03..2011");
    CHECK(date("2010..2010-03") == "2010..2010-03");
    CHECK(date("2010-13") == "mistake, ");
    CHECK(date("2010-02-30") == "mistake, ");
}

TEST_CASE("ranges of sentences, in years, months and for life", "[query]") {
    const auto sentence = [](const std::string& text) { return read(RangeName::sentence, text); };
    CHECK(sentence("5y") == "60..60");
    CHECK(sentence("5") == "60..60");
    CHECK(sentence("18m") == "18..18");
    CHECK(sentence(">=5y") == "60..");
    CHECK(sentence(">5y") == "61..");
    CHECK(sentence("<18m") == "..17");
    CHECK(sentence("18m..10y") == "18..120");
    CHECK(sentence("life") == "life..life");
    CHECK(sentence("20y..life") == "240..life");
    CHECK(sentence("life..20y") == "mistake, 20y..life");
    CHECK(sentence("<life") == "mistake, <=life");
    CHECK(sentence("1000y") == "12000..12000");
    CHECK(sentence(">1000y") == "mistake, >=1000y");
    CHECK(sentence("<0") == "..0");
    for (const std::string text : {"", "y", "m", "5d", "-5y", "5.5y", "99999999999y", "1001y", "12001m", "lifetime"}) {
        INFO(text);
        CHECK(sentence(text) == "mistake, ");
    }
}

}  // namespace palermo::query
