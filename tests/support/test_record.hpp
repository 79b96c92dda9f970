// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace palermo::test {

struct TestIssue {
    std::string id{};
    std::string role = "unclear";
    std::string paragraphs{};  ///< ids, separated by spaces; facts are "f1", "f2", ...
};

struct TestIdentifier {
    std::string scheme{};
    std::string value{};
};

/// A sentence of imprisonment on a charge of its own; what is 0 is not recorded.
struct TestSentence {
    int months = 0;
    bool life = false;
    int suspended_months = 0;
};

/// A case record from literals, for tests: to_xml() gives a valid record with just these facts. Empty: not recorded.
struct TestRecord {
    std::string id{};
    std::string title{};
    std::vector<std::string> facts{};  ///< paragraphs f1, f2, ... of one fact summary
    std::string lang = "en";
    std::string country = "NL";
    std::string body{};  ///< instead of country
    std::vector<std::string> crime_types{"trafficking-in-persons"};
    std::string court{};
    std::string court_level{};
    std::string decided{};
    std::string outcome{};
    std::vector<std::string> legal_concepts{};
    std::vector<TestIssue> evidential_issues{};
    std::vector<TestIdentifier> identifiers{};
    bool restricted = false;
    std::vector<std::string> origin{};
    std::vector<std::string> destination{};
    std::vector<TestSentence> sentences{};
};

[[nodiscard]] std::string to_xml(const TestRecord& record);

}  // namespace palermo::test
