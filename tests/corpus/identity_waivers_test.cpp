// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/identity_support.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

const std::string two_findings = "The victim Maria Exempla was born on 3 May 1994.";

std::string waiver(const std::string& rule, const std::string& paragraphs, const std::string& reason = "The court published it so.") {
    return "<identity-waivers>\n<waiver rule=\"" + rule + "\"" + (paragraphs.empty() ? "" : " paragraphs=\"" + paragraphs + "\"") +
           " reason=\"" + reason + "\"/></identity-waivers>\n";
}

/// The one complaint about a waiver.
Diagnostic complaint(const std::string& text, const std::string& waivers) {
    const auto findings = lint_paragraph(text, "en", {}, waivers);
    for (const auto& finding : findings.reported) UNSCOPED_INFO(format(finding));
    REQUIRE(findings.reported.size() == 1);
    CHECK(findings.reported.front().severity == Severity::warning);
    CHECK(findings.reported.front().place.line > paragraph_line);
    return findings.reported.front();
}

}  // namespace

TEST_CASE("a waiver removes exactly the finding that it names", "[corpus][lint]") {
    const auto all = lint_paragraph(two_findings, "en", {});
    REQUIRE(rules_in(all.reported) == std::set<std::string>{"victim-name", "birth-date"});
    for (const auto& finding : all.reported) {
        const auto rule = *rules_in({finding}).begin();
        for (const std::string paragraphs : {"f2", ""}) {
            const auto left = lint_paragraph(two_findings, "en", {}, waiver(rule, paragraphs));
            auto expected = all.reported;
            std::erase(expected, finding);
            CHECK(left.reported == expected);
            REQUIRE(left.waived.size() == 1);
            CHECK(left.waived.front().severity == Severity::note);
            CHECK(left.waived.front().place == finding.place);
            CHECK(left.waived.front().message.starts_with("Waived: "));
            CHECK(left.waived.front().mend.find("line 13") != std::string::npos);
        }
    }
}

TEST_CASE("a waiver without effect is told", "[corpus][lint]") {
    const auto born = "She was born on 3 May 1994.";
    CHECK(complaint("Nothing.", waiver("birth-date", "")).message.find("has no effect") != std::string::npos);
    CHECK(complaint(born, waiver("birth-date", "f1 f2")).message.find("in paragraph f1") != std::string::npos);
    const auto other = lint_paragraph(born, "en", {}, waiver("birth-date", "f1"));
    CHECK(other.reported.size() == 2);
    CHECK(other.waived.empty());
}

TEST_CASE("a waiver of a rule that does not exist gets the nearest name", "[corpus][lint]") {
    const auto slip = complaint("Nothing.", waiver("birth-dat", ""));
    CHECK(slip.message == "There is no rule \"birth-dat\" in the identity lint.");
    CHECK(slip.mend == "Did you mean \"birth-date\"?");
    CHECK(complaint("Nothing.", waiver("zzzzzzzzzzzzzzzzzz", "")).mend.find("name of the rule") != std::string::npos);
    CHECK(complaint("Nothing.", waiver("waiver", "")).message.find("cannot let another waiver stand") != std::string::npos);
}

TEST_CASE("a reason must say something and is looked at like any text", "[corpus][lint]") {
    const auto born = "She was born on 3 May 1994.";
    CHECK(complaint(born, waiver("birth-date", "f2", "ok")).message.find("gives no reason") != std::string::npos);
    CHECK(complaint(born, waiver("birth-date", "f2", "The victim Maria agreed to it.")).message.find("rule victim-name") !=
          std::string::npos);
}

TEST_CASE("a waiver of a rule that this house has switched off is left in peace", "[corpus][lint]") {
    IdentityPolicy policy;
    policy.set_severity(IdentityRule::birth_date, std::nullopt);
    CHECK(lint_paragraph("Nothing.", "en", policy, waiver("birth-date", "f2")).reported.empty());
    CHECK(lint_paragraph("The victim A was sold.", "en", {}, waiver("initials", "f2")).reported.empty());
    const auto waived = lint_paragraph("The victim A was sold.", "en", flag_all(), waiver("initials", "f2"));
    CHECK(waived.reported.empty());
    CHECK(waived.waived.size() == 1);
}

}  // namespace palermo::test
