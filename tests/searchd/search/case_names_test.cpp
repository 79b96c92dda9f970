// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/case_names.hpp"

#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

PlanWorld world() {
    return PlanWorld({{.id = "tang", .title = "R v Tang", .identifiers = {{"neutral-citation", "[2008] HCA 39"}, {"unodc", "AUSx028"}}},
                      {.id = "queen", .title = "The Queen v Alder and Birch", .identifiers = {{"docket", "2:13-cr-00412-JKL"}}},
                      {.id = "x", .title = "X. v. Greece", .identifiers = {{"ecli", "ECLI:CE:ECHR:2017:0001"}}},
                      {.id = "fr", .title = "Ministère public c. Frêne", .lang = "fr"},
                      {.id = "ru", .title = "Клён против Ивы", .lang = "ru"}});
}

/// What is named in a text: "kind text -> ids".
std::string named(PlanWorld& world, const std::string& text) {
    const auto run = read_plain_run(group_of(text), layout::body, world.lookup(), world.analyzer());
    std::string all;
    for (const auto& found : find_named_cases(run, world.view(), world.lookup(), Deadline::max())) {
        all +=
            (all.empty() ? "" : "; ") + std::string(found.kind == NamedCase::Kind::citation ? "citation " : "name ") + found.text + " ->";
        for (const auto& id : world.matches(found.query)) all += ' ' + id;
    }
    return all;
}

}  // namespace

TEST_CASE("a citation is known anywhere and however it is punctuated", "[search][names]") {
    auto small = world();
    CHECK(named(small, "[2008] HCA 39") == "citation [2008] HCA 39 -> tang");
    CHECK(named(small, "see 2008 hca 39 on control") == "citation 2008 hca 39 -> tang");
    CHECK(named(small, "AUSx028") == "citation AUSx028 -> tang");
    CHECK(named(small, "2:13-cr-00412-JKL") == "citation 2:13-cr-00412-JKL -> queen");
    CHECK(named(small, "2 13 CR 00412 JKL") == "citation 2 13 CR 00412 JKL -> queen");
    CHECK(named(small, "ECLI:CE:ECHR:2017:0001") == "citation ECLI:CE:ECHR:2017:0001 -> x");
    CHECK(named(small, "AUSx028 ECLI:CE:ECHR:2017:0001") == "citation AUSx028 -> tang; citation ECLI:CE:ECHR:2017:0001 -> x");
    CHECK(named(small, "[2008] HCA 40").empty());
    CHECK(named(small, "2008").empty());
}

TEST_CASE("a case is known by its name in the forms of several languages", "[search][names]") {
    auto small = world();
    for (const std::string text : {"R v Tang", "R. v. Tang", "Regina vs TANG", "Queen versus Tang", "Tang v R", "Tang c. la Reine"}) {
        INFO(text);
        CHECK(named(small, text).ends_with(" -> tang"));
    }
    CHECK(named(small, "the rule in R v Tang applies") == "name R v Tang -> tang");
    CHECK(named(small, "R v Alder") == "name R v Alder -> queen");
    CHECK(named(small, "Birch v The Queen") == "name Birch v The Queen -> queen");
    CHECK(named(small, "X v Greece") == "name X v Greece -> x");
    CHECK(named(small, "ministere public c. frene") == "name public c. frene -> fr");
    CHECK(named(small, "Клен против Ивы") == "name Клен против Ивы -> ru");
}

TEST_CASE("what names no case of the collection is left to the words", "[search][names]") {
    auto small = world();
    for (const std::string text : {"R v Oak", "Tang v Greece", "R v the Queen", "v Tang", "Tang v", "vitamin c deficiency", "Tang"}) {
        INFO(text);
        CHECK(named(small, text).empty());
    }
}

TEST_CASE("a citation is seen whether it is held or not", "[search][names]") {
    CHECK(citation_in("see [2008] HCA 39 there") == "[2008] HCA 39");
    CHECK(citation_in("[2013] EWCA Crim 991") == "[2013] EWCA Crim 991");
    CHECK(citation_in("in ECLI:NL:HR:2019:1 it was said") == "ECLI:NL:HR:2019:1");
    CHECK(citation_in("[sic] and [2008] and [2008] nothing").empty());
    CHECK(citation_in("").empty());
}

}  // namespace palermo::test
