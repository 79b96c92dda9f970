// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using Ids = std::set<std::string>;

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// A library with schemas of its own, three cases about victims' behaviour, and a daemon that serves it.
class Library {
public:
    Library() {
        fs::copy(PALERMO_SOURCE_DIR "/schemas", schemas());
        write("first", {{.id = "failure-to-escape", .role = "weakened", .paragraphs = "f1"}});
        write("second", {{.id = "failure-to-escape", .role = "strengthened"}, {.id = "late-complaint"}});
        write("third", {{.id = "late-complaint"}});
        const auto loaded = load();
        INFO(loaded.out << loaded.err);
        REQUIRE(loaded.exit_code == 0);
    }

    [[nodiscard]] std::string schemas() const { return (directory_.path() / "schemas").string(); }
    [[nodiscard]] std::string index() const { return (directory_.path() / "index").string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (directory_.path() / name).string(); }

    void write(const std::string& id, std::vector<TestIssue> issues) const {
        auto record = case_of(id, "She stayed.");
        record.evidential_issues = std::move(issues);
        write_case(directory_, record);
    }

    [[nodiscard]] static Finished indexer(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        return run(arguments);
    }

    [[nodiscard]] Finished load() const { return indexer({"load", "--index", index(), "--schemas", schemas(), path("cases")}); }

    [[nodiscard]] Finished check() const { return indexer({"check", "--schemas", schemas(), path("cases")}); }

    /// `vocabulary EDIT...` on a copy of the installed file, then `vocabulary apply`.
    void change(std::vector<std::string> edit) const {
        edit.insert(edit.begin(), "vocabulary");
        edit.insert(edit.end(), {"--in", schemas() + "/evidential-issues.rdf", "--out", path("new.rdf")});
        for (const auto& arguments : {edit, {"vocabulary", "apply", path("new.rdf"), "--index", index(), "--schemas", schemas()}}) {
            const auto finished = indexer(arguments);
            INFO(finished.out << finished.err);
            REQUIRE(finished.exit_code == 0);
        }
    }

private:
    TempDirectory directory_;
};

void await_generation(HttpClient& client, int generation) {
    REQUIRE(eventually([&] { return search(client, "").at("generation") == generation; }));
}

/// A bucket wherever in the tree it stands.
std::optional<json::object> bucket(const json::array& buckets, const std::string& id) {
    for (const auto& one : buckets) {
        if (one.at("id").as_string() == id) return one.as_object();
        if (auto found = bucket(one.at("children").as_array(), id)) return found;
    }
    return std::nullopt;
}

std::optional<std::int64_t> count_of(const json::value& answer, const std::string& id) {
    const auto found = bucket(answer.at("facets").at("evidential-issue").at("buckets").as_array(), id);
    return found ? std::optional(found->at("count").to_number<std::int64_t>()) : std::nullopt;
}

bool has_note(const json::value& answer, const std::string& words) {
    const auto& notes = answer.at("query").at("notes").as_array();
    return std::ranges::any_of(notes, [&](const json::value& note) {
        return note.at("code").as_string() == "concept-replaced" && says(std::string(note.at("text").as_string()), words);
    });
}

/// The answer without what a question was called.
std::string without_query(json::value answer) {
    answer.as_object().erase("query");
    return json::serialize(answer);
}

}  // namespace

TEST_CASE("an old id is answered as the one it was merged into, wherever it stands", "[e2e][vocabulary]") {
    const Library library;
    const Daemon daemon(library.index());
    auto client = daemon.client();
    CHECK(count_of(search(client, ""), "failure-to-escape") == 2);
    CHECK(count_of(search(client, ""), "late-complaint") == 2);
    library.change({"merge", "failure-to-escape", "late-complaint"});
    await_generation(client, 2);

    const auto all = search(client, "");
    CHECK(count_of(all, "late-complaint") == 3);
    CHECK_FALSE(count_of(all, "failure-to-escape"));
    for (const std::string excluded : {"", "%21"}) {
        const auto by_old = search(client, "evidential-issue=" + excluded + "failure-to-escape");
        const auto by_new = search(client, "evidential-issue=" + excluded + "late-complaint");
        CHECK(without_query(by_old) == without_query(by_new));
        CHECK(total(by_old) == (excluded.empty() ? 3 : 0));
        CHECK(has_note(by_old, "\"failure-to-escape\" is now called"));
        CHECK_FALSE(has_note(by_new, ""));
    }
    CHECK(total(search(client, "evidential-issue=failure-to-escape&evidential-issue=late-complaint")) == 3);
    const auto typed = search(client, "q=issue%3Afailure-to-escape");
    CHECK(total(typed) == 3);
    CHECK(has_note(typed, "(late-complaint)"));
    CHECK(total(search(client, "q=stayed+-issue%3Afailure-to-escape")) == 0);
    // What the old one was called still finds the cases, and is no longer offered.
    CHECK(all_ids(client, "q=issue%3A%22failure+to+escape+or+seek+help%22") == Ids{"first", "second", "third"});
    CHECK_FALSE(says(client.get("/api/v1/suggest?q=failure+to+esc").body, "failure-to-escape"));

    const auto page = client.get("/?evidential-issue=failure-to-escape").body;
    CHECK(says(page, "is now called"));
    CHECK(says(page, "value=\"late-complaint\" checked"));
    CHECK_FALSE(says(page, "value=\"failure-to-escape\""));
}

TEST_CASE("a case shows the concepts of today, its XML what was recorded, the vocabularies both", "[e2e][vocabulary]") {
    const Library library;
    library.change({"merge", "failure-to-escape", "late-complaint"});
    const Daemon daemon(library.index());
    auto client = daemon.client();
    const auto issue = json::parse(client.get("/api/v1/cases/first").body).at("evidential_issues").at(0);
    CHECK(issue.at("id") == "late-complaint");
    CHECK(issue.at("recorded_as") == "failure-to-escape");
    CHECK(says(client.get("/cases/first").body, "evidential-issue=late-complaint"));
    CHECK_FALSE(says(client.get("/cases/first").body, "failure-to-escape"));
    CHECK(says(client.get("/api/v1/cases/first.xml").body, "ref=\"failure-to-escape\""));
    const auto hit = search(client, "q=id%3Asecond").at("hits").at(0);
    for (const auto& shown : hit.at("evidential_issues").as_array()) CHECK(shown.at("id") == "late-complaint");

    const auto old = client.get("/api/v1/vocabularies/evidential-issue/failure-to-escape");
    CHECK(old.status == 200);
    CHECK(old.body == client.get("/api/v1/vocabularies/evidential-issue/late-complaint").body);
    CHECK(json::parse(old.body).at("replaces") == json::array{"failure-to-escape"});
    const auto all = json::parse(client.get("/api/v1/vocabularies/evidential-issue").body).at("concepts").as_array();
    const auto* entry = std::ranges::find(all, json::value("failure-to-escape"), [](const json::value& one) { return one.at("id"); });
    REQUIRE(entry != all.end());
    CHECK(entry->at("deprecated") == true);
    CHECK(entry->at("replaced_by") == "late-complaint");
    CHECK(client.get("/api/v1/vocabularies/evidential-issue/failure-to-escpe").status == 404);
}

TEST_CASE("old records load as the same, new ones may still use the old id, and a chain of merges holds", "[e2e][vocabulary]") {
    const Library library;
    library.change({"merge", "failure-to-escape", "late-complaint"});
    const auto again = library.load();
    CHECK(again.exit_code == 0);
    CHECK(says(again.out, "0 added, 0 changed, 3 the same, 0 rejected"));
    const auto told = library.check();
    CHECK(told.exit_code == 0);
    CHECK(says(told.out, "note: The evidential-issue \"failure-to-escape\" is now called \"late-complaint\""));
    library.write("fourth", {{.id = "failure-to-escape"}});
    CHECK(says(library.load().out, "1 added, 0 changed, 3 the same"));
    library.change({"rename", "late-complaint", "--to", "late-reporting", "--label", "en=late reporting"});

    const Daemon daemon(library.index());
    auto client = daemon.client();
    const Ids everyone{"first", "second", "third", "fourth"};
    for (const std::string id : {"failure-to-escape", "late-complaint", "late-reporting"})
        CHECK(all_ids(client, "evidential-issue=" + id) == everyone);
    CHECK(count_of(search(client, ""), "late-reporting") == 4);
    CHECK(says(Library::indexer({"verify", "--index", library.index()}).out, "whole"));
}

TEST_CASE("a deprecated concept keeps its cases and is no longer offered", "[e2e][vocabulary]") {
    const Library library;
    library.change({"deprecate", "failure-to-escape"});
    const Daemon daemon(library.index());
    auto client = daemon.client();
    CHECK(count_of(search(client, "evidential-issue=failure-to-escape"), "failure-to-escape") == 2);
    CHECK(total(search(client, "evidential-issue=failure-to-escape")) == 2);
    CHECK_FALSE(says(client.get("/api/v1/suggest?q=failure+to+esc").body, "failure-to-escape"));
    CHECK(says(library.check().out, "no longer given to new records"));
}

}  // namespace palermo::test
