// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <sstream>

namespace palermo::test {
namespace {

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

Finished find(const std::filesystem::path& index, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {PALERMO_SEARCHD, "find", "--index", index.string()});
    return run(arguments);
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
}

}  // namespace

TEST_CASE("find prints the ids that the daemon gives, all of them and in its order", "[e2e]") {
    const TempDirectory directory;
    const auto index = bundled_index(directory);
    const Daemon daemon(index);
    auto client = daemon.client();
    CHECK(lines(find(index, {}).out).size() == 106);
    CHECK(lines(find(index, {}).out) == ids_in_order(client, "q="));
    for (const std::string query : {"passport", "debt bondage", "\"debt bondage\" OR voodoo", "sentenced years", "traffick*"}) {
        INFO(query);
        const auto found = lines(find(index, {query}).out);
        CHECK_FALSE(found.empty());
        CHECK(found == ids_in_order(client, "q=" + url_encode(query)));
    }
    CHECK(lines(find(index, {"--filter", "outcome=convicted", "--filter", "from=2010", "--filter", "sort=oldest"}).out) ==
          ids_in_order(client, "outcome=convicted&from=2010&sort=oldest"));
}

TEST_CASE("find says on standard error how it read the query", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "She came by ship."))});
    const auto found = find(index, {"came", "ship"});
    CHECK(found.exit_code == 0);
    CHECK(found.out == "one\n");
    CHECK(found.err == "Read as: came AND ship\n1 case of generation 1.\n");
    const auto none = find(index, {"zeppelin"});
    CHECK(none.exit_code == 0);
    CHECK(none.out.empty());
    CHECK(says(none.err, "0 cases of generation 1."));
    CHECK(find(index, {"--", "-ship"}).out.empty());
}

TEST_CASE("find tells what is wrong with a query, a filter or an index", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "She came by ship."))});
    const auto query = find(index, {"é \"ship"});
    CHECK(query.exit_code == 2);
    CHECK(query.out.empty());
    CHECK(says(query.err, "  é \"ship\n    ^\n"));
    CHECK(find(index, {"--filter", "outcom=convicted", "ship"}).exit_code == 2);
    CHECK(find(index, {"--filter", "page=2", "ship"}).exit_code == 2);
    CHECK(find(index, {"--filter", "outcome", "ship"}).exit_code == 2);
    CHECK(run({PALERMO_SEARCHD, "find", "ship"}).exit_code == 2);
    CHECK(run({PALERMO_SEARCHD, "find", "--help"}).exit_code == 0);
    const auto missing = find(directory.path() / "nowhere", {"ship"});
    CHECK(missing.exit_code == 3);
    CHECK(says(missing.err, "There is no index in this directory."));
}

TEST_CASE("find takes the filters that its help names, and lists them for any other", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "She came by ship."))});
    for (const std::string filter : {"outcome=convicted", "year=2010", "from=2010", "to=2010", "match=any", "sort=oldest", "lang=fr"})
        CHECK(find(index, {"--filter", filter}).exit_code == 0);
    for (const std::string filter : {"foo=1", "q=ship", "page=2", "size=5", "explain=1", "facets=none", "passages=none",
                                     "pivot=issue,outcome", "histogram=year", "sentences=1", "outcome", "=x"}) {
        INFO(filter);
        const auto refused = find(index, {"--filter", filter});
        CHECK(refused.exit_code == 2);
        CHECK(refused.err ==
              "error: \"" + filter +
                  "\" is no filter. Write NAME=VALUE, such as --filter outcome=acquitted. The names are: evidential-issue, legal-concept, "
                  "outcome, crime-type, jurisdiction, court-level, year, from, to, match, sort, lang.\n");
    }
}

TEST_CASE("find offers only a query that works", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "She came by ship."))});
    const auto refused = find(index, {"ship outcome:convictd country:XX"});
    CHECK(refused.exit_code == 2);
    const auto offered = refused.err.find("Try: ");
    REQUIRE(offered != std::string::npos);
    const auto repair = lines(refused.err.substr(offered + 5)).front();
    CHECK(find(index, {repair}).exit_code == 0);
    CHECK_FALSE(says(find(index, {"\""}).err, "Try: "));
}

TEST_CASE("what find finds, export writes", "[e2e]") {
    const TempDirectory directory;
    const auto index = bundled_index(directory).string();
    const auto tar = (directory.path() / "out.tar").string();
    const auto piped = run(
        {"sh", "-c",
         PALERMO_SEARCHD " find --index " + index + " 'passport debt' | " PALERMO_INDEXER " export --index " + index + " --ids - " + tar});
    CHECK(piped.exit_code == 0);
    std::string expected;
    for (const auto& id : lines(find(index, {"passport debt"}).out)) expected += id + ".xml\n";
    CHECK_FALSE(expected.empty());
    CHECK(run({"sh", "-c", "tar tf " + tar + " | sort"}).out == run({"sort"}, expected).out);
}

}  // namespace palermo::test
