// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/filter_planner.hpp"

#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <utility>
#include <variant>

namespace palermo::test {
namespace {

using query::FilterName;
using query::RangeName;
using Ids = std::vector<std::string>;

PlanWorld world() {
    return PlanWorld(
        {{.id = "a",
          .country = "NZ",
          .decided = "2010-03-19",
          .outcome = "acquitted",
          .legal_concepts = {"debt-bondage"},
          .evidential_issues = {{.id = "debt-bondage-evidence"}},
          .identifiers = {{"docket", "CC 12/2018"}, {"neutral-citation", "[2018] EXSC 12"}}},
         {.id = "b", .facts = {"Un fait."}, .lang = "fr-BE", .country = "GB", .crime_types = {"smuggling-of-migrants"}, .decided = "2010"},
         {.id = "c", .country = "US", .decided = "2014-02", .outcome = "convicted"}});
}

class Filters {
public:
    explicit Filters(const std::string& lang = "en")
        : world_(world()), planner_(world_.snapshot(), world_.labels(), world_.analyzer(), lang) {}

    std::pair<std::string, Ids> found(FilterName name, const std::string& value) {
        auto planned = planner_.plan({name, value});
        INFO(value);
        REQUIRE(std::holds_alternative<PlannedFilter>(planned));
        const auto& filter = std::get<PlannedFilter>(planned);
        return {filter.label, world_.matches(filter.query)};
    }
    UnknownValue unknown(FilterName name, const std::string& value) {
        auto planned = planner_.plan({name, value});
        INFO(value);
        REQUIRE(std::holds_alternative<UnknownValue>(planned));
        return std::get<UnknownValue>(std::move(planned));
    }
    Ids in_range(RangeName name, const std::string& from, const std::string& to) { return world_.matches(plan_range({name, from, to})); }

private:
    PlanWorld world_;
    FilterPlanner planner_;
};

using Found = std::pair<std::string, Ids>;

}  // namespace

TEST_CASE("a facet's value is its code, its label in six languages, or what people call it", "[search][filters]") {
    Filters filters;
    for (const std::string value :
         {"NZ", "nz", "New Zealand", "NEW ZEALAND", "Nouvelle-Zélande", "nueva zelanda", "Новая Зеландия", "新西兰", "نيوزيلندا"})
        CHECK(filters.found(FilterName::country, value) == Found("New Zealand", {"a"}));
    CHECK(filters.found(FilterName::country, "UK") == Found("United Kingdom", {"b"}));
    CHECK(filters.found(FilterName::country, "usa").second == Ids{"c"});
    CHECK(filters.found(FilterName::country, "NZL").second == Ids{"a"});
    CHECK(filters.found(FilterName::country, "FJ") == Found("Fiji", {}));
    for (const std::string value : {"acquitted", "Acquitted", "Acquittement", "absolucion", "ОПРАВДАНИЕ", "宣告无罪", "تبرئة"})
        CHECK(filters.found(FilterName::outcome, value) == Found("Acquitted", {"a"}));
    CHECK(filters.found(FilterName::outcome, "not recorded").second == Ids{"b"});
    for (const std::string value : {"Smuggling of migrants", "trafic illicite de migrants", "偷运移民"})
        CHECK(filters.found(FilterName::crime, value).second == Ids{"b"});
}

TEST_CASE("concepts are found by id, and by label with those that share it", "[search][filters]") {
    Filters filters;
    CHECK(filters.found(FilterName::concept_, "debt-bondage").second == Ids{"a"});
    CHECK(filters.found(FilterName::concept_, "servidumbre por deudas") == Found("debt bondage", {"a"}));
    CHECK(filters.found(FilterName::issue, "долговая кабала").second == Ids{"a"});
    CHECK(filters.found(FilterName::concept_, "trafficking-in-persons").second == Ids{"a"});
    CHECK(filters.found(FilterName::issue, "not-recorded").second == Ids{"b", "c"});
}

TEST_CASE("that something is not recorded can be asked for by its label in six languages", "[search][filters]") {
    Filters filters;
    for (const std::string value :
         {"not-recorded", "Not recorded", "non indiqué", "NON INDIQUE", "No consta", "не указано", "未记录", "غير مسجل"}) {
        CHECK(filters.found(FilterName::outcome, value) == Found("Not recorded", {"b"}));
        CHECK(filters.found(FilterName::issue, value) == Found("Not recorded", {"b", "c"}));
    }
}

TEST_CASE("numbers, ids and languages are found as they are written or spoken of", "[search][filters]") {
    Filters filters;
    CHECK(filters.found(FilterName::docket, "cc 12 2018").second == Ids{"a"});
    CHECK(filters.found(FilterName::docket, "[2018] EXSC 12").second.empty());
    CHECK(filters.found(FilterName::citation, "2018 exsc 12").second == Ids{"a"});
    CHECK(filters.found(FilterName::citation, "…").second.empty());
    CHECK(filters.found(FilterName::id, "c").second == Ids{"c"});
    CHECK(filters.found(FilterName::lang, "FR").second == Ids{"b"});
    CHECK(filters.found(FilterName::lang, "fr-BE").second == Ids{"b"});
}

TEST_CASE("a value that nothing has is told, with the nearest", "[search][filters]") {
    Filters filters;
    CHECK(filters.unknown(FilterName::country, "Atlantis").nearest.empty());
    CHECK(filters.unknown(FilterName::country, "Germny").nearest == "germany");
    CHECK(filters.unknown(FilterName::country, "XX").nearest.empty());
    CHECK(filters.unknown(FilterName::outcome, "aquitted").nearest == "acquitted");
    CHECK(filters.unknown(FilterName::issue, "failure-to-escpe").nearest == "failure-to-escape");
    CHECK(filters.unknown(FilterName::concept_, "zebra crossing").message.find("zebra crossing") != std::string::npos);
    // A label with more words around it is not that label.
    CHECK_FALSE(filters.unknown(FilterName::concept_, "much debt bondage").message.empty());
}

TEST_CASE("in other scripts, too, nothing is guessed that is far from what was written", "[search][filters]") {
    Filters filters("ru");
    CHECK(filters.unknown(FilterName::country, "Югославия").nearest.empty());
    CHECK(filters.unknown(FilterName::country, "Боливя").nearest == "боливия");
    CHECK(filters.unknown(FilterName::country, "СШШ").nearest.empty());
    Filters chinese("zh");
    CHECK(chinese.unknown(FilterName::country, "汉国").nearest.empty());
    CHECK(chinese.unknown(FilterName::outcome, "有罪").nearest.empty());
}

TEST_CASE("a date is in a range when it may be", "[search][filters]") {
    Filters filters;
    CHECK(filters.in_range(RangeName::year, "2010", "2010") == Ids{"a", "b"});
    CHECK(filters.in_range(RangeName::date, "2010-04", "") == Ids{"b", "c"});
    CHECK(filters.in_range(RangeName::date, "2010-03", "2010-03") == Ids{"a", "b"});
    CHECK(filters.in_range(RangeName::date, "", "2009").empty());
    CHECK(filters.in_range(RangeName::sentence, "0", "life").empty());
    CHECK(decided_between({}, {}).empty());
}

}  // namespace palermo::test
