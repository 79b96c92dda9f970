// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palermo::test {
namespace {

TestIssue issue(const std::string& id) { return {.id = id, .role = "weakened", .paragraphs = "f1"}; }

TestRecord about_escape(const std::string& id, const std::string& outcome, const std::vector<TestIssue>& issues) {
    auto record = case_of(id, "She did not leave.");
    record.outcome = outcome;
    record.evidential_issues = issues;
    return record;
}

}  // namespace

TEST_CASE("failure to escape and acquitted narrow to exactly the cases that are both", "[e2e]") {
    const TempDirectory directory;
    const std::vector<TestRecord> records{
        about_escape("both-1", "acquitted", {issue("failure-to-escape")}),
        about_escape("both-2", "acquitted", {issue("failure-to-escape"), issue("inconsistent-testimony")}),
        about_escape("convicted-all-the-same", "convicted", {issue("failure-to-escape")}),
        about_escape("acquitted-for-something-else", "acquitted", {issue("inconsistent-testimony")}),
        about_escape("acquitted-without-issue", "acquitted", {}),
        about_escape("no-outcome", "", {issue("failure-to-escape")}),
    };
    for (const auto& record : records) write_case(directory, record);
    const auto index = directory.path() / "index";
    load(index, {directory.path() / "cases"});
    const Daemon daemon(index);
    auto client = daemon.client();

    using Ids = std::set<std::string>;
    CHECK(all_ids(client, "evidential-issue=failure-to-escape&outcome=acquitted") == Ids{"both-1", "both-2"});
    CHECK(all_ids(client, "evidential-issue=failure-to-escape") == Ids{"both-1", "both-2", "convicted-all-the-same", "no-outcome"});
    CHECK(all_ids(client, "evidential-issue=failure-to-escape&outcome=acquitted&outcome=convicted") ==
          Ids{"both-1", "both-2", "convicted-all-the-same"});
    CHECK(all_ids(client, "evidential-issue=failure-to-escape&outcome=!convicted&outcome=!not-recorded") == Ids{"both-1", "both-2"});
    CHECK(all_ids(client, "evidential-issue=not-recorded") == Ids{"acquitted-without-issue"});
    CHECK(all_ids(client, "outcome=not-recorded") == Ids{"no-outcome"});
    CHECK(all_ids(client, "q=leave&outcome=acquitted&evidential-issue=!failure-to-escape") ==
          Ids{"acquitted-for-something-else", "acquitted-without-issue"});
}

TEST_CASE("a value that no case can have is told, chosen or left out, with the one that may be meant", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, about_escape("one", "acquitted", {issue("failure-to-escape")}))});
    const Daemon daemon(index);
    auto client = daemon.client();
    for (const auto& [choice, meant] :
         std::vector<std::pair<std::string, std::string>>{{"outcome=acquited", "acquitted"},
                                                          {"outcome=!acquited", "acquitted"},
                                                          {"jurisdiction=nl", "NL"},
                                                          {"evidential-issue=failure-to-escap", "failure-to-escape"}}) {
        INFO(choice);
        const auto reply = client.get("/api/v1/search?" + choice);
        CHECK(reply.status == 400);
        CHECK(reply.body.find("Did you mean \\\"" + meant) != std::string::npos);
        CHECK(client.get("/?" + choice).status == 400);
        CHECK(run({PALERMO_SEARCHD, "find", "--index", index.string(), "--filter", choice}).exit_code == 2);
    }
    CHECK(client.get("/api/v1/search?year=abc").status == 400);
    // Values that no case here has, and some could.
    for (const std::string choice :
         {"outcome=convicted", "jurisdiction=FR", "year=1871", "legal-concept=debt-bondage", "outcome=not-recorded"}) {
        INFO(choice);
        CHECK(total(search(client, choice)) == 0);
    }
}

}  // namespace palermo::test
