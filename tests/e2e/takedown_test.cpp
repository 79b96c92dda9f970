// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// Two cases that share a word few others have; the first will be taken down.
TestRecord to_be_taken() {
    auto record = case_of("taken", "They came by zeppelin to an orchid greenhouse with a ledger.");
    record.title = "The State v. Zimtstern";
    record.outcome = "convicted";
    record.legal_concepts = {"debt-bondage"};
    return record;
}

TestRecord that_stays() {
    auto record = case_of("kept", "Others came by ship to an orchid greenhouse with a ledger.");
    record.outcome = "acquitted";
    record.legal_concepts = {"debt-bondage"};
    return record;
}

const std::vector<std::string>& addresses() {
    static const std::vector<std::string> all{"/cases/taken", "/cases/taken/similar", "/api/v1/cases/taken", "/api/v1/cases/taken.xml",
                                              "/api/v1/cases/taken/similar"};
    return all;
}

bool holds_bytes(const fs::path& file, const std::string& bytes) {
    std::ifstream stream(file, std::ios::binary);
    return says(std::string(std::istreambuf_iterator<char>(stream), {}), bytes);
}

/// Whether any file of a directory has these bytes in it.
bool any_file_holds(const fs::path& directory, const std::string& bytes) {
    return std::ranges::any_of(fs::recursive_directory_iterator(directory), [&](const fs::directory_entry& entry) {
        return entry.is_regular_file() && holds_bytes(entry.path(), bytes);
    });
}

/// An index of three generations, in all of which but the first both cases are.
class Library {
public:
    Library() : taken_(write_case(directory_, to_be_taken())) {
        load(index(), {taken_});
        load(index(), {write_case(directory_, that_stays())});
        load(index(), {write_case(directory_, case_of("third", "They came by road."))});
    }

    [[nodiscard]] fs::path index() const { return directory_.path() / "index"; }
    [[nodiscard]] fs::path path(const std::string& name) const { return directory_.path() / name; }
    [[nodiscard]] const fs::path& taken() const { return taken_; }

    [[nodiscard]] Finished indexer(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        arguments.insert(arguments.begin() + 2, {"--index", index().string()});
        return run(arguments);
    }

    [[nodiscard]] std::string found(const std::string& query) const {
        return run({PALERMO_SEARCHD, "find", "--index", index().string(), query}).out;
    }

private:
    TempDirectory directory_;
    fs::path taken_;
};

bool is_gone(HttpClient& client) { return client.get("/cases/taken").status == 410; }

void check_gone_everywhere(HttpClient& client) {
    for (const auto& address : addresses()) {
        const auto reply = client.get(address);
        INFO(address << '\n' << reply.body);
        CHECK(reply.status == 410);
        CHECK(says(reply.body, "taken"));
        CHECK_FALSE(says(reply.body, "Zimtstern"));
        CHECK(reply.header("cache-control") == "no-cache");
        CHECK_FALSE(reply.header("etag").empty());
        CHECK_FALSE(reply.header("x-palermo-generation").empty());
    }
    const auto page = client.get("/cases/taken");
    CHECK(says(page.header("content-type"), "text/html"));
    CHECK(says(page.body, "by order of a court"));
    const auto problem = client.get("/api/v1/cases/taken");
    CHECK(says(problem.header("content-type"), "application/problem+json"));
    const auto json = boost::json::parse(problem.body);
    CHECK(json.at("type") == "urn:palermo:problem:taken-down");
    CHECK(json.at("status") == 410);
    CHECK(json.at("id") == "taken");
    CHECK(json.at("reason") == "court-order");
    CHECK(json.at("date").as_string().size() == std::string("2026-11-24").size());
    CHECK(client.get("/cases/never-there").status == 404);
}

void check_not_found(HttpClient& client) {
    CHECK(total(search(client, "q=zeppelin")) == 0);
    CHECK(total(search(client, "q=Zimtstern")) == 0);
    CHECK_FALSE(all_ids(client, "q=").contains("taken"));
    CHECK_FALSE(all_ids(client, "legal-concept=debt-bondage").contains("taken"));
    for (const std::string typed : {"zepp", "Zimt", "The+State+v.+Z"}) {
        const auto suggested = client.get("/api/v1/suggest?q=" + typed).body;
        INFO(suggested);
        CHECK_FALSE(says(suggested, "zeppelin"));
        CHECK_FALSE(says(suggested, "Zimtstern"));
    }
    const auto like = client.get("/api/v1/cases/kept/similar");
    CHECK(like.status == 200);
    CHECK_FALSE(says(like.body, "Zimtstern"));
    const auto facets = boost::json::serialize(boost::json::parse(client.get("/api/v1/search").body).at("facets"));
    CHECK(says(facets, "\"acquitted\""));
    CHECK_FALSE(says(facets, "\"convicted\""));
}

}  // namespace

TEST_CASE("a case that is taken down is gone from the running daemon, and 410 says so wherever it was", "[e2e][takedown]") {
    const Library library;
    const Daemon daemon(library.index());
    auto client = daemon.client();
    std::vector<std::string> tags;
    for (const auto& address : addresses()) {
        const auto reply = client.get(address);
        REQUIRE(reply.status == 200);
        tags.push_back(reply.header("etag"));
        REQUIRE(client.get(address, {{"If-None-Match", tags.back()}}).status == 304);
    }
    REQUIRE(total(search(client, "q=zeppelin")) == 1);
    REQUIRE(says(client.get("/api/v1/suggest?q=zepp").body, "zeppelin"));
    REQUIRE(says(client.get("/api/v1/cases/kept/similar").body, "Zimtstern"));

    const auto removed = library.indexer({"remove", "taken", "--reason", "court-order"});
    INFO(removed.out << removed.err);
    REQUIRE(removed.exit_code == 0);
    REQUIRE(eventually([&] { return is_gone(client); }));
    check_gone_everywhere(client);
    check_not_found(client);

    for (std::size_t i = 0; i < addresses().size(); ++i) {
        const auto tag_of_gone = client.get(addresses()[i]).header("etag");
        CHECK(tag_of_gone != tags[i]);
        for (const auto& tag : {tags[i], tag_of_gone, std::string("*")}) {
            INFO(addresses()[i] << " with " << tag);
            CHECK(client.get(addresses()[i], {{"If-None-Match", tag}}).status == 410);
        }
    }
    CHECK(client.request("HEAD", "/cases/taken").status == 410);
}

TEST_CASE("a case that is taken down is gone from the index's files, from older generations and their reports", "[e2e][takedown]") {
    const Library library;
    REQUIRE(any_file_holds(library.index(), "Zimtstern"));
    REQUIRE(says(library.indexer({"history", "--report", "1"}).out, "taken"));
    REQUIRE(library.found("zeppelin") == "taken\n");
    REQUIRE(library.indexer({"remove", "taken", "--reason", "court-order"}).exit_code == 0);

    CHECK_FALSE(any_file_holds(library.index(), "Zimtstern"));
    for (const std::string generation : {"1", "2", "3"}) {
        INFO(generation);
        CHECK_FALSE(says(library.indexer({"history", "--report", generation}).out, "taken.xml"));
        const auto exported = library.indexer({"export", "--generation", generation, "taken", library.path("out.tar").string()});
        CHECK(exported.exit_code == 1);
        CHECK(says(exported.err, "The case \"taken\" was taken down on "));
        fs::remove(library.path("out.tar"));
    }
    CHECK(library.found("zeppelin").empty());
    const auto shown = library.indexer({"show", "taken"});
    CHECK(shown.exit_code == 1);
    CHECK(says(shown.err, "The case \"taken\" was taken down on "));
    CHECK(says(shown.err, " (court-order)."));
    REQUIRE(library.indexer({"export", library.path("all").string()}).exit_code == 0);
    CHECK_FALSE(any_file_holds(library.path("all"), "Zimtstern"));
    CHECK(any_file_holds(library.path("all"), "kept"));
    const auto verified = library.indexer({"verify", "--all"});
    INFO(verified.out);
    CHECK(verified.exit_code == 0);
}

TEST_CASE("no rollback and no load brings back a case that was taken down, until the takedown is undone", "[e2e][takedown]") {
    const Library library;
    const Daemon daemon(library.index());
    auto client = daemon.client();
    REQUIRE(library.indexer({"remove", "taken", "--reason", "court-order"}).exit_code == 0);
    REQUIRE(eventually([&] { return is_gone(client); }));

    const auto rolled_back = library.indexer({"rollback", "2"});
    INFO(rolled_back.out << rolled_back.err);
    REQUIRE(rolled_back.exit_code == 0);
    REQUIRE(eventually([&] { return total(search(client, "q=")) == 1; }));
    check_gone_everywhere(client);

    const auto refused = library.indexer({"load", library.taken().string()});
    CHECK(refused.exit_code == 1);
    CHECK(says(refused.out + refused.err, "The record \"taken\" was taken down on "));
    CHECK(says(refused.out + refused.err, "palermo-indexer remove --undo taken"));
    check_gone_everywhere(client);

    REQUIRE(library.indexer({"remove", "--undo", "taken"}).exit_code == 0);
    REQUIRE(eventually([&] { return client.get("/cases/taken").status == 404; }));
    REQUIRE(library.indexer({"load", library.taken().string()}).exit_code == 0);
    REQUIRE(eventually([&] { return client.get("/cases/taken").status == 200; }));
    CHECK(total(search(client, "q=zeppelin")) == 1);
    CHECK(says(client.get("/api/v1/cases/kept/similar").body, "Zimtstern"));
    CHECK(library.indexer({"verify", "--all"}).exit_code == 0);
}

TEST_CASE("an index of which the last record was taken down answers, and has nothing", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("only", "They came by ship."))});
    REQUIRE(run({PALERMO_INDEXER, "remove", "--index", index.string(), "only", "--reason", "other"}).exit_code == 0);
    const Daemon daemon(index);
    auto client = daemon.client();
    for (const std::string question :
         {"", "q=ship", "q=%22by%20ship%22", "q=outcome:convicted", "q=shi*", "outcome=convicted", "q=ship&match=any"}) {
        INFO(question);
        CHECK(total(search(client, question)) == 0);
        CHECK(client.get("/?" + question).status == 200);
    }
}

}  // namespace palermo::test
