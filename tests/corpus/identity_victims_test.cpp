// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/identity_support.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

using Rules = std::set<std::string>;

std::string victim(const std::string& attributes, const std::string& age, const std::string& nationality = {}) {
    return "<victim " + attributes + "><age>" + age + "</age>" +
           (nationality.empty() ? "" : "<nationality country=\"" + nationality + "\"/>") + "</victim>";
}

Rules rules_of(const std::string& persons) { return rules_in(lint_persons(persons).reported); }

}  // namespace

TEST_CASE("a victim entry holds an age and nothing else", "[corpus][lint]") {
    for (const std::string age :
         {"17", "15 to 17", "Under 18", "Between 15 and 17", "about 20", "Adult", "Minors", "mid twenties", "Unknown", "17–19"}) {
        INFO(age);
        CHECK(rules_of(victim("kind=\"natural\"", age)).empty());
    }
    for (const std::string age : {"17 (Maria)", "Maria Exempla, 17", "Maria", "17, called maria"}) {
        INFO(age);
        CHECK(rules_of(victim("kind=\"natural\"", age)) == Rules{"victim-entry"});
    }
    CHECK(rules_of(victim("kind=\"natural\"", "1994-05-03")) == Rules{"birth-date"});
    CHECK(rules_of(victim("kind=\"natural\"", "17, maria@example.org")) == Rules{"e-mail"});
}

TEST_CASE("the id of a victim entry says nothing of the person", "[corpus][lint]") {
    for (const std::string id : {"v1", "V2", "victim-3", "girl-a", "group-2b", "younger-sister"}) {
        INFO(id);
        CHECK(rules_of(victim("kind=\"natural\" id=\"" + id + "\"", "17")).empty());
    }
    for (const std::string id : {"maria", "victim-exempla", "v1-rosa"}) {
        INFO(id);
        CHECK(rules_of(victim("kind=\"natural\" id=\"" + id + "\"", "17")) == Rules{"victim-entry"});
    }
    CHECK(rules_of("<defendant kind=\"natural\" id=\"doe\"><age>Forty</age></defendant>").empty());
}

TEST_CASE("the only one of a nationality in a small group, with an exact age, is singled out", "[corpus][lint]") {
    const auto one = [](const std::string& age, const std::string& country) { return victim("kind=\"natural\"", age, country); };
    const Rules singled_out{"singled-out"};
    CHECK(rules_of(one("16", "TH") + one("17", "TH") + one("19", "VN")) == singled_out);
    CHECK(lint_persons(one("16", "TH") + one("17", "TH") + one("19", "VN")).reported.front().severity == Severity::note);
    CHECK(rules_of(victim("kind=\"group\" count=\"9\"", "15 to 20", "TH") + one("19", "VN")) == singled_out);
    // Two are no group, twelve no small one; a range of ages and an equal nationality hide.
    CHECK(rules_of(one("16", "TH") + one("19", "VN")).empty());
    CHECK(rules_of(victim("kind=\"group\" count=\"11\"", "15 to 20", "TH") + one("19", "VN")).empty());
    CHECK(rules_of(victim("kind=\"group\"", "15 to 20", "TH") + one("19", "VN")).empty());
    CHECK(rules_of(one("16", "TH") + one("17", "TH") + one("18 to 20", "VN")).empty());
    CHECK(rules_of(one("16", "TH") + one("17", "VN") + one("16", "TH") + one("17", "VN")).empty());
}

TEST_CASE("what the only victim entry says counts in a rare combination", "[corpus][lint]") {
    const auto entry = [](const std::string& age) {
        return "<victim kind=\"natural\"><age>" + age + "</age><nationality country=\"PH\"/></victim>";
    };
    const auto rules_with = [&](const std::string& age) {
        const std::string group =
            "<victim id=\"v1\" kind=\"group\" count=\"4\" gender=\"female\" minor=\"true\">\n      <age>15 to 17</age>\n      <nationality "
            "country=\"PH\"/>\n    </victim>";
        return rules_in(lint_complete(group + "\n  </persons>", entry(age) + "</persons><!-- -->").reported);
    };
    CHECK(rules_with("17").empty());
    const auto facts = [&](const std::string& age) { return rules_in(lint_persons(entry(age)).reported); };
    CHECK(facts("17").empty());
}

}  // namespace palermo::test
