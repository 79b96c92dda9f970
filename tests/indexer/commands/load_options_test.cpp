// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/commands/index_desk.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

namespace palermo::test {

TEST_CASE("loading the same again changes nothing and makes no generation", "[commands][load]") {
    const IndexDesk desk;
    for (const std::string id : {"a", "b"}) desk.write({.id = id});
    REQUIRE(desk.load().exit_code == 0);
    const auto before = desk.files();
    const auto again = desk.load();
    CHECK(again.exit_code == 0);
    CHECK(again.out ==
          "2 records given: 0 added, 0 changed, 2 the same, 0 rejected.\n"
          "Nothing to change: generation 1 stays live, with 2 records.\n");
    CHECK(desk.files() == before);
}

TEST_CASE("a mirror takes out what is not given", "[commands][load]") {
    const IndexDesk desk;
    for (const std::string id : {"a", "b", "c"}) desk.write({.id = id});
    REQUIRE(desk.load().exit_code == 0);
    std::filesystem::remove(desk.records() + "/b.xml");
    CHECK(says(desk.load().out, "Nothing to change"));
    const auto dry = desk.load({"--mirror", "--dry-run"});
    CHECK(says(dry.out, "Taken out:\n  b\n"));
    CHECK(desk.holds("b"));
    const auto mirrored = desk.load({"--mirror"});
    CHECK(mirrored.exit_code == 0);
    CHECK(says(mirrored.out, "1 taken out of the index.\nGeneration 2 is live, with 2 records.\n"));
    CHECK_FALSE(desk.holds("b"));
    CHECK(desk.holds("a"));
}

TEST_CASE("a mirror counts what it takes out, however many restricted records it was given", "[commands][load]") {
    const IndexDesk desk;
    for (const std::string id : {"a", "b"}) desk.write({.id = id});
    REQUIRE(desk.load().exit_code == 0);
    std::filesystem::remove(desk.records() + "/b.xml");
    for (const std::string id : {"c", "d"}) desk.write({.id = id, .restricted = true});
    CHECK(says(desk.load({"--mirror"}).out, "2 restricted (not indexed), 0 rejected.\n1 taken out of the index.\n"));
}

TEST_CASE("a mirror takes out nothing when something was rejected, or a path leads nowhere", "[commands][load]") {
    const IndexDesk desk;
    for (const std::string id : {"a", "b"}) desk.write({.id = id});
    REQUIRE(desk.load().exit_code == 0);
    std::filesystem::remove(desk.records() + "/b.xml");
    desk.write("broken.xml", "<case");
    const auto rejected = desk.load({"--mirror"});
    CHECK(rejected.exit_code == 1);
    CHECK(says(rejected.out, "Nothing was removed, since a rejected file may be any record."));
    CHECK(desk.holds("b"));
    std::filesystem::remove(desk.records() + "/broken.xml");
    const auto nowhere = desk.load({"--mirror", desk.path("unmounted")});
    CHECK(nowhere.exit_code == 2);
    CHECK(says(nowhere.out, "unmounted: error: There is no such file or directory."));
    CHECK(desk.holds("b"));
}

TEST_CASE("a strict load loads all or nothing", "[commands][load]") {
    const IndexDesk desk;
    desk.write({.id = "a"});
    desk.write("broken.xml", "<case");
    const auto before = desk.run("load", {"--strict", desk.records()});
    CHECK(before.exit_code == 1);
    CHECK(says(before.out, "Nothing was loaded, because the load was to be strict"));
    CHECK(desk.run("status").exit_code == 3);
    CHECK(desk.ask("load", {"--strict", desk.records()}).at("refused") == true);
    std::filesystem::remove(desk.records() + "/broken.xml");
    CHECK(desk.load({"--strict"}).exit_code == 0);
    CHECK(desk.holds("a"));
}

TEST_CASE("a path that leads nowhere is a rejected record, also in the report that is kept", "[commands][load]") {
    const IndexDesk desk;
    desk.write({.id = "a"});
    const auto loaded = desk.ask("load", {desk.path("nowhere"), desk.records()});
    CHECK(loaded.at("given") == 2);
    CHECK(loaded.at("rejected") == 1);
    CHECK(boost::json::parse(desk.run("history", {"--report", "1"}).out).at("diagnostics") == loaded.at("diagnostics"));
}

TEST_CASE("a file that is given by several paths is one record, and two files of one id are not", "[commands][load]") {
    const IndexDesk desk;
    desk.write({.id = "a"});
    const auto file = desk.records() + "/a.xml";
    std::filesystem::create_symlink(file, desk.path("link.xml"));
    const auto loaded = desk.load({std::filesystem::relative(file).string(), file, desk.path("link.xml")});
    CHECK(loaded.exit_code == 0);
    CHECK(loaded.out ==
          "1 record given: 1 added, 0 changed, 0 the same, 0 rejected.\n"
          "Generation 1 is live, with 1 record.\n");
    const auto checked = run({PALERMO_INDEXER, "check", file, desk.path("link.xml"), desk.records()});
    CHECK(checked.out == "1 record is in order.\n");
    std::filesystem::copy_file(file, desk.records() + "/b.xml");
    const auto twice = desk.load();
    CHECK(twice.exit_code == 1);
    CHECK(says(twice.out, "The id \"a\" already belongs to the record in " + file + '.'));
}

TEST_CASE("values that make no sense are told in words, with the command whose help to read", "[commands][load]") {
    const IndexDesk desk;
    desk.write({.id = "a"});
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"--threads", "0"}, "--threads: \"0\" is not a whole number from 1 to 256"},
        {{"--threads", "many"}, "--threads: \"many\" is not a whole number"},
        {{"--keep", "0"}, "--keep: \"0\" is not a whole number from 1 to 10000"},
        {{"--memory", "abc"}, "--memory: \"abc\" is not a size of memory"},
        {{"--memory", "-5MB"}, "--memory: \"-5MB\" is not a size of memory"},
        {{"--memory", "1KB"}, "--memory: \"1KB\" is not a size of memory of 64MB or more"},
        {{"--memory", "99999999999GB"}, "is not a size of memory"}};
    for (const auto& [options, sentence] : wrong) {
        const auto finished = desk.load(options);
        INFO(finished.err);
        CHECK(finished.exit_code == 2);
        CHECK(says(finished.err, sentence));
        CHECK(says(finished.err, "\nTry palermo-indexer load --help.\n"));
    }
    CHECK(desk.load({"--threads", "2", "--memory", "64MB", "--keep", "1"}).exit_code == 0);
}

}  // namespace palermo::test
