// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/commands/index_desk.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

namespace palermo::test {
namespace {

/// Generation 1 holds a and b, generation 2 a changed and c too.
IndexDesk two_generations() {
    IndexDesk desk;
    desk.write({.id = "a", .outcome = "acquitted"});
    desk.write({.id = "b"});
    REQUIRE(desk.load().exit_code == 0);
    desk.write({.id = "a", .outcome = "convicted"});
    desk.write({.id = "c"});
    REQUIRE(desk.load().exit_code == 0);
    return desk;
}

}  // namespace

TEST_CASE("history lists the generations, the newest first, and marks the live one", "[commands][generations]") {
    const auto desk = two_generations();
    const auto history = desk.run("history").out;
    INFO(history);
    CHECK(history.starts_with("* 2\t"));
    CHECK(says(history, "3 records\tload: 1 added, 1 changed\n  1\t"));
    const auto told = desk.ask("history");
    CHECK(told.at("generations").as_array().size() == 2);
    CHECK(told.at("generations").at(0).at("generation") == 2);
    CHECK(told.at("generations").at(0).at("kind") == "load");
}

TEST_CASE("history takes no older generation for the live one when that has lost its manifest", "[commands][generations]") {
    const auto desk = two_generations();
    std::filesystem::remove(desk.index() + "/generations/2.json");
    const auto check_told = [&](const Finished& finished) {
        INFO(finished.out << finished.err);
        CHECK(finished.exit_code == 3);
        CHECK(finished.out.empty());
        CHECK(finished.err == desk.run("status").err);
        CHECK(says(finished.err, "The manifest of generation 2 cannot be read."));
    };
    check_told(desk.run("history"));
    check_told(desk.run("history", {"--json"}));
    std::filesystem::remove_all(desk.index() + "/generations");
    check_told(desk.run("history"));
}

TEST_CASE("diff tells record by record and field by field, in both directions", "[commands][generations]") {
    const auto desk = two_generations();
    CHECK(desk.run("diff", {"1", "2"}).out ==
          "added    c\nchanged  a\n    proceeding 1 / outcome\n      was \"acquitted\"\n      is  \"convicted\"\n"
          "From generation 1 to 2: 1 added, 1 changed, 0 removed.\n");
    CHECK(says(desk.run("diff", {"2", "1"}).out, "removed  c\n"));
    CHECK(says(desk.run("diff", {"2", "2"}).out, "0 added, 0 changed, 0 removed."));
    CHECK(desk.ask("diff", {"1", "2"}).at("changed").at(0).at("changes").at(0).at("after") == "convicted");
}

TEST_CASE("a number that no kept generation has is answered with those that are kept", "[commands][generations]") {
    const auto desk = two_generations();
    const std::vector<std::vector<std::string>> asked{
        {"diff", "1", "7"}, {"diff", "7", "1"}, {"rollback", "7"}, {"history", "--report", "7"}};
    for (const auto& arguments : asked) {
        const auto finished = desk.run(arguments.front(), {arguments.begin() + 1, arguments.end()});
        INFO(arguments.front() << ": " << finished.err);
        CHECK(finished.exit_code == 2);
        CHECK(says(finished.err, "There is no generation 7 in this index. It holds 1 and 2; palermo-indexer history says what they are."));
    }
    CHECK(says(desk.run("rollback", {"-1"}).err, "is not a whole number"));
    CHECK(says(desk.run("diff", {"one", "2"}).err, "\"one\" is not a whole number"));
}

TEST_CASE("a rollback shows the older state, and can be rolled back", "[commands][generations]") {
    const auto desk = two_generations();
    const auto back = desk.run("rollback", {"1"});
    CHECK(back.out == "Generation 3 is live and shows generation 1 again, with 2 records.\n");
    CHECK_FALSE(desk.holds("c"));
    CHECK(desk.run("show", {"a", "--xml"}).out == to_xml({.id = "a", .outcome = "acquitted"}));
    CHECK(says(desk.run("history").out, "rollback to 1"));
    CHECK(says(desk.run("history", {"--report", "3"}).err, "Generation 3 has no report. Only loads have one; this was made by rollback."));
    CHECK(desk.ask("rollback", {"2"}).at("generation") == 4);
    CHECK(desk.holds("c"));
    const auto live = desk.run("rollback", {"4"});
    CHECK(live.exit_code == 2);
    CHECK(says(live.err, "Generation 4 is live already."));
    CHECK(desk.run("verify").exit_code == 0);
    CHECK(says(desk.load().out, "Nothing to change"));
}

TEST_CASE("what was taken down stays down through a rollback", "[commands][generations]") {
    const auto desk = two_generations();
    REQUIRE(desk.run("remove", {"b", "--reason", "victim-request"}).exit_code == 0);
    const auto back = desk.run("rollback", {"1"});
    CHECK(back.out == "Generation 4 is live and shows generation 1 again, with 1 record.\n");
    CHECK_FALSE(desk.holds("b"));
    CHECK(says(desk.load().out, "was taken down on"));
    CHECK(desk.run("verify").exit_code == 0);
}

TEST_CASE("prune and --keep say and do how many generations stay", "[commands][generations]") {
    const IndexDesk desk;
    for (const std::string id : {"a", "b", "c", "d"}) desk.load_one({.id = id});
    const auto pruned = desk.run("prune", {"--keep", "2"});
    CHECK(pruned.out == "Generation 1 is gone.\nGeneration 2 is gone.\n");
    CHECK(desk.run("prune", {"--keep", "2"}).out == "No generation had to go.\n");
    CHECK(desk.ask("history").at("generations").as_array().size() == 2);
    CHECK(desk.run("rollback", {"1"}).exit_code == 2);
    desk.write({.id = "e"});
    REQUIRE(desk.load({"--keep", "1"}).exit_code == 0);
    CHECK(desk.ask("history").at("generations").as_array().size() == 1);
    CHECK_FALSE(std::filesystem::exists(desk.index() + "/generations/4.report.json"));
    CHECK(desk.run("prune", {"--keep", "0"}).exit_code == 2);
    CHECK(desk.run("verify").exit_code == 0);
}

TEST_CASE("prune takes away what a first load that was cut off has left, and says that there is no generation", "[commands][generations]") {
    const IndexDesk desk;
    desk.write({.id = "a"});
    const auto prune = [&] { return desk.run("prune", {"--keep", "2"}); };
    desk.write("../index/segments/1-1/facets.col", "x");
    // Who writes signs first: this is nobody's of ours.
    CHECK(prune().exit_code == 3);
    CHECK(std::filesystem::exists(desk.index() + "/segments/1-1/facets.col"));
    const std::vector<std::string> left{"loading/x/facets.col", "segments/1-1/facets.col", "vocabularies/x.rdf",
                                        "generations/1.report.json", "generations/1.json"};
    for (const auto& name : left) desk.write("../index/" + name, "x");
    desk.write("../index/current", "none\n");
    desk.write("../index/writer.lock", "1234 nobody 2026-11-24T18:29:04Z load\n");
    const auto pruned = prune();
    CHECK(pruned.exit_code == 0);
    CHECK(pruned.out == "There is no generation yet; what a first load that was cut off had left behind is gone.\n");
    CHECK(pruned.err.empty());
    for (const auto& name : left) CHECK_FALSE(std::filesystem::exists(desk.index() + '/' + name));
    const auto again = prune();
    CHECK(again.exit_code == 3);
    CHECK(says(again.err, "There is no index here. Make one with palermo-indexer load."));
    CHECK(says(desk.load().out, "Generation 1 is live, with 1 record."));
    CHECK(prune().out == "No generation had to go.\n");
}

TEST_CASE("commands on a directory without an index say so and leave nothing there", "[commands][generations]") {
    const std::vector<std::vector<std::string>> commands{{"history"},   {"diff", "1", "2"},       {"rollback", "1"},
                                                         {"status"},    {"prune", "--keep", "1"}, {"remove", "a", "--reason", "error"},
                                                         {"show", "a"}, {"remove", "--undo", "a"}};
    for (const auto& arguments : commands) {
        const IndexDesk desk;
        const auto finished = desk.run(arguments.front(), {arguments.begin() + 1, arguments.end()});
        INFO(arguments.front() << ": " << finished.err);
        CHECK(finished.exit_code == 3);
        CHECK(says(finished.err, "There is no index here. Make one with palermo-indexer load."));
        CHECK_FALSE(std::filesystem::exists(desk.index()));
    }
}

}  // namespace palermo::test
