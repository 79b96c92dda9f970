// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_lint.hpp"

#include "corpus/record_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/test_record.hpp"

namespace palermo::test {
namespace {

Diagnostics lint(const std::string& paragraph) {
    const SourceText source("x.xml", to_xml({.id = "a", .facts = {"Nothing here.", paragraph}}));
    return lint_identity(*read_record(source), source);
}

}  // namespace

TEST_CASE("what could identify a victim is a warning with its line", "[corpus][lint]") {
    for (const std::string text :
         {"The victim, called Maria, was taken to a farm.", "A girl named Anna fled.", "She was born on 3 May 1994 in a village.",
          "Her passport number AB1234567 was found.", "Write to someone@example.org.", "Her mobile phone +66 81 234 5678 was traced."}) {
        INFO(text);
        const auto findings = lint(text);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().severity == Severity::warning);
        CHECK(findings.front().place.line > 5);
        CHECK_FALSE(findings.front().mend.empty());
    }
}

TEST_CASE("ordinary facts pass", "[corpus][lint]") {
    for (const std::string text : {"A woman of 18 came from Lithuania in May 2004.", "The company called Example Ltd was fined.",
                                   "Her passport was taken and 40,000 dollars were owed.", "The girl called the police.",
                                   "Application no. 25965/04 was lodged.", "She was born in a village."}) {
        INFO(text);
        CHECK(lint(text).empty());
    }
}

}  // namespace palermo::test
