// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/commands/index_desk.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

IndexDesk three_records() {
    IndexDesk desk;
    desk.write({.id = "one", .facts = {"Unmistakable words."}});
    desk.write({.id = "two"});
    desk.write({.id = "three"});
    REQUIRE(desk.load().exit_code == 0);
    return desk;
}

bool index_mentions(const IndexDesk& desk, const std::string& words) {
    for (const auto& [file, bytes] : desk.files()) {
        if (file.starts_with(desk.index()) && says(bytes, words)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a record that is taken down is gone, stays away, and comes back only when told and loaded", "[commands][remove]") {
    const auto desk = three_records();
    const auto removed = desk.run("remove", {"one", "--reason", "victim-request"});
    INFO(removed.out << removed.err);
    CHECK(removed.exit_code == 0);
    CHECK(removed.out == "one is taken down.\nGeneration 2 is live, with 2 records.\n");
    CHECK_FALSE(desk.holds("one"));
    CHECK(says(desk.run("history").out, "remove: 1 taken down"));
    const auto refused = desk.load();
    CHECK(refused.exit_code == 1);
    CHECK(says(refused.out,
               "(victim-request). Leave it out; if it may come back, say so first: palermo-indexer remove --undo one --index DIR."));
    const auto undone = desk.run("remove", {"--undo", "one"});
    CHECK(undone.out == "The tombstone is gone: load the record again to have it back. Generation 3 is live.\n");
    CHECK_FALSE(desk.holds("one"));
    CHECK(desk.load().exit_code == 0);
    CHECK(desk.holds("one"));
    CHECK(desk.run("verify").exit_code == 0);
}

TEST_CASE("no kept generation and no report tells a word of a record that was taken down", "[commands][remove]") {
    const IndexDesk desk;
    desk.write({.id = "one", .title = "First title", .facts = {"The victim, Marisol, came."}});
    desk.write({.id = "two"});
    REQUIRE(desk.load().exit_code == 0);
    desk.write({.id = "one", .title = "Second title", .facts = {"Unmistakable words."}});
    REQUIRE(desk.load().exit_code == 0);
    // Rejected under its id, and rejected before its id was known: the name of the file tells.
    desk.write({.id = "one", .decided = "2011-02-29"});
    desk.write({.id = "three"});
    REQUIRE(desk.load().exit_code == 1);
    desk.write("one.xml", "<case");
    desk.write({.id = "four"});
    REQUIRE(desk.load().exit_code == 1);
    REQUIRE(index_mentions(desk, "one.xml"));
    REQUIRE(desk.run("remove", {"one", "--reason", "identifies-a-victim"}).exit_code == 0);
    for (const std::string words : {"First title", "Second title", "nmistakable", "one.xml"}) {
        INFO(words);
        CHECK_FALSE(index_mentions(desk, words));
    }
    CHECK(desk.ask("history").at("generations").as_array().size() == 5);
}

TEST_CASE("a takedown with a wrong id or without a reason does nothing, and says how to go on", "[commands][remove]") {
    const auto desk = three_records();
    const auto before = desk.files();
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"two"}, "A takedown needs its reason"},
        {{"two", "--reason", "because"}, "victim-request"},
        {{"two", "tree", "--reason", "error"},
         "The index holds no record \"tree\", in no generation that is kept: nothing was removed. "
         "Did you mean \"three\"?"},
        {{"--undo", "two"}, "The record \"two\" was not taken down."}};
    for (const auto& [arguments, sentence] : wrong) {
        const auto finished = desk.run("remove", arguments);
        INFO(finished.err);
        CHECK(finished.exit_code == 2);
        CHECK(says(finished.err, sentence));
    }
    CHECK(desk.holds("two"));
    CHECK(desk.ask("history").at("generations").as_array().size() == 1);
    CHECK(says(desk.run("show", {"tree"}).err, "The index holds no case \"tree\". Did you mean \"three\"?"));
    CHECK(desk.files().size() == before.size());
    REQUIRE(desk.run("remove", {"two", "--reason", "error"}).exit_code == 0);
    CHECK(says(desk.run("remove", {"two", "--reason", "error"}).err, "The record \"two\" was taken down already, on 2"));
}

TEST_CASE("a takedown as JSON tells what went from where", "[commands][remove]") {
    const auto desk = three_records();
    const auto told = desk.ask("remove", {"one", "two", "--reason", "court-order"});
    CHECK(told.at("generation") == 2);
    CHECK(told.at("records") == 1);
    CHECK(told.at("removed") == boost::json::array{"one", "two"});
    CHECK(told.at("rewritten_generations").as_array().empty());
}

TEST_CASE("a takedown names the generations before the live one that had the record", "[commands][remove]") {
    const auto desk = three_records();
    desk.load_one({.id = "four"});
    const auto first = desk.run("remove", {"one", "--reason", "error"});
    CHECK(first.out == "one is taken down.\nAlso gone from generation 1.\nGeneration 3 is live, with 3 records.\n");
    CHECK(says(desk.run("remove", {"two", "--reason", "error"}).out, "Also gone from generations 1, 2.\n"));
}

}  // namespace palermo::test
