// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_policy.hpp"

#include "corpus/record_reader.hpp"
#include "tests/corpus/identity_support.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

/// The rules that a record of `jurisdiction` breaks with the initials of a complainant.
std::set<std::string> rules_of_initials(const std::string& jurisdiction, const IdentityPolicy& policy) {
    const SourceText source(
        "x.xml",
        "<case xmlns=\"urn:palermo:case-record:1\" version=\"1.1\" id=\"a\"><title>T</title><jurisdiction " + jurisdiction +
            "/><texts><text kind=\"commentary\" xml:lang=\"en\"><p id=\"p\">The complainant, M.K., was heard.</p></text></texts></case>");
    return rules_in(IdentityLint(policy).check(*read_record(source), source).reported);
}

}  // namespace

TEST_CASE("initials may stand where the courts publish them, and nowhere else unless the policy says so", "[corpus][lint]") {
    const std::set<std::string> flagged{"initials"};
    IdentityPolicy policy;
    CHECK(rules_of_initials("country=\"GB\"", policy).empty());
    CHECK(rules_of_initials("body=\"council-of-europe\"", policy).empty());
    CHECK(rules_of_initials("country=\"TH\"", policy) == flagged);
    CHECK(rules_of_initials("body=\"ecowas\"", policy) == flagged);
    REQUIRE(change_initials(policy, "TH", "allow").has_value());
    REQUIRE(change_initials(policy, "GB", "flag").has_value());
    CHECK(rules_of_initials("country=\"TH\"", policy).empty());
    CHECK(rules_of_initials("country=\"GB\"", policy) == flagged);
    REQUIRE(change_initials(policy, "elsewhere", "allow").has_value());
    CHECK(rules_of_initials("body=\"ecowas\"", policy).empty());
    CHECK(rules_of_initials("country=\"GB\"", policy) == flagged);
}

TEST_CASE("a rule is as grave as the policy says, or off", "[corpus][lint]") {
    const std::string text = "She was born on 3 May 1994.";
    IdentityPolicy policy;
    for (const auto severity : {Severity::note, Severity::warning, Severity::error}) {
        REQUIRE(change_severity(policy, "birth-date", name_of(severity)).has_value());
        const auto findings = lint_paragraph(text, "en", policy);
        REQUIRE(findings.reported.size() == 1);
        CHECK(findings.reported.front().severity == severity);
    }
    REQUIRE(change_severity(policy, "birth-date", "off").has_value());
    CHECK(lint_paragraph(text, "en", policy).reported.empty());
}

TEST_CASE("what the policy does not know is told with what it does", "[corpus][lint]") {
    IdentityPolicy policy;
    CHECK(change_severity(policy, "birth-dat", "error").error().mend == "Did you mean \"birth-date\"?");
    CHECK(change_severity(policy, "birth-date", "fatal").error().mend.find("\"off\", \"note\", \"warning\" or \"error\"") !=
          std::string::npos);
    CHECK(change_severity(policy, "zzzzzzzzzzzzzzzzzzzz", "error").error().mend.find("victim-name") != std::string::npos);
    CHECK(change_initials(policy, "council-of-europ", "flag").error().mend == "Did you mean \"council-of-europe\"?");
    CHECK(change_initials(policy, "UKK", "flag").error().mend.find("ISO 3166-1") != std::string::npos);
    CHECK(change_initials(policy, "GB", "yes").error().mend.find("\"allow\" or \"flag\"") != std::string::npos);
}

TEST_CASE("every rule has a name of its own that leads back to it", "[corpus][lint]") {
    std::set<std::string_view> names;
    for (const auto& info : identity_rules()) {
        CHECK(names.insert(info.name).second);
        CHECK(identity_rule_named(info.name) == info.rule);
        CHECK(info.message.ends_with('.'));
    }
    CHECK_FALSE(identity_rule_named("no-such-rule"));
}

}  // namespace palermo::test
