// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/writer_lock.hpp"
#include "tests/indexer/commands/index_desk.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

/// The report without what may differ between a dry run and the load: the time it took and what came of it.
boost::json::object plan_of(const boost::json::value& report) {
    auto plan = report.as_object();
    for (const auto* member : {"seconds", "dry_run", "generation", "live_generation", "records"}) plan.erase(member);
    return plan;
}

/// Three records in the index; on the desk one of them changed, one the same, one new and one with a slip of the pen.
IndexDesk morning() {
    IndexDesk desk;
    desk.write({.id = "kept", .facts = {"She went back."}});
    desk.write({.id = "changes", .title = "R v Sample", .facts = {"He kept one passport.", "Nobody came."}, .outcome = "acquitted"});
    REQUIRE(desk.load().exit_code == 0);
    desk.write({.id = "changes", .title = "R v Sample", .facts = {"He kept two passports.", "Nobody came."}, .outcome = "convicted"});
    desk.write({.id = "new", .country = "AU", .outcome = "convicted", .legal_concepts = {"serfdom"}});
    desk.write({.id = "slip", .legal_concepts = {"debt-bondag"}});
    return desk;
}

}  // namespace

TEST_CASE("a dry run says which fields change, which counts move and what is wrong, for a reader", "[commands][dry-run]") {
    const auto desk = morning();
    const auto dry = desk.load({"--dry-run"});
    INFO(dry.out << dry.err);
    CHECK(dry.exit_code == 1);
    CHECK(says(dry.out, "slip.xml:9:20: error: There is no legal-concept \"debt-bondag\". Did you mean \"debt-bondage\"?\n"));
    CHECK(says(dry.out, "Added:\n  new  (" + desk.records() + "/new.xml)\n"));
    CHECK(says(dry.out, "    proceeding 1 / outcome\n      was \"acquitted\"\n      is  \"convicted\"\n"));
    CHECK(says(dry.out, "      was \"He kept one passport.\"\n      is  \"He kept two passports.\"\n"));
    CHECK_FALSE(says(dry.out, "Nobody came"));
    CHECK(says(dry.out, "Concepts that no vocabulary has:\n  legal-concept debt-bondag, in 1 record; the nearest is debt-bondage\n"));
    CHECK(says(dry.out, "  outcome: acquitted -1, convicted +2\n"));
    CHECK(says(dry.out, "4 records given: 1 added, 1 changed, 1 the same, 1 rejected.\nNothing was written: this was a dry run.\n"));
    CHECK_FALSE(says(dry.out, "\x1b"));
}

TEST_CASE("a dry run writes nothing, whether or not there is an index, and waits for nobody", "[commands][dry-run]") {
    const auto desk = morning();
    const auto lock = WriterLock::acquire(IndexDirectory(desk.index()), "a test");
    REQUIRE(lock.has_value());
    const auto before = desk.files();
    CHECK(desk.load({"--dry-run"}).exit_code == 1);
    CHECK(desk.load().exit_code == 4);
    CHECK(desk.files() == before);

    const IndexDesk fresh;
    fresh.write({.id = "a"});
    const auto none = fresh.files();
    const auto dry = fresh.load({"--dry-run"});
    CHECK(dry.exit_code == 0);
    CHECK(says(dry.out, "this was a dry run. The load will make a new index.\n"));
    CHECK(fresh.files() == none);
}

TEST_CASE("the load does what the dry run said, and its report is kept", "[commands][dry-run]") {
    const auto desk = morning();
    const auto dry = desk.ask("load", {"--dry-run", desk.records()});
    CHECK(dry.at("dry_run") == true);
    CHECK(dry.at("given").to_number<int>() == dry.at("added").to_number<int>() + dry.at("changed").to_number<int>() +
                                                  dry.at("same").to_number<int>() + dry.at("restricted").to_number<int>() +
                                                  dry.at("rejected").to_number<int>());
    const auto& moves = dry.at("facet_moves").as_object();
    std::map<std::pair<std::string, std::string>, std::int64_t> expected;
    for (const auto& [facet, values] : moves) {
        for (const auto& [value, by] : values.as_object())
            expected[{facet, value}] = desk.records_with(facet, value) + by.to_number<std::int64_t>();
    }
    CHECK(expected.size() >= 10);
    const auto loaded = desk.ask("load", {desk.records()});
    CHECK(plan_of(loaded) == plan_of(dry));
    for (const auto& [what, count] : expected) {
        INFO(what.first << ' ' << what.second);
        CHECK(desk.records_with(what.first, what.second) == count);
    }
    const auto kept = desk.run("history", {"--report", "2"});
    CHECK(plan_of(boost::json::parse(kept.out)) == plan_of(loaded));
}

TEST_CASE("possible duplicates are told, beside the index and within one load", "[commands][dry-run]") {
    const IndexDesk desk;
    const TestRecord old{.id = "old", .title = "The Queen v Sample", .court = "Invented Court", .decided = "2019-03-02"};
    desk.load_one(old);
    desk.load_one({.id = "cited", .title = "A v B", .identifiers = {{.scheme = "neutral-citation", .value = "[2019] XYCA 7"}}});
    desk.write({.id = "same-day", .title = "R v Sample", .court = "Invented court", .decided = "2019-03-02"});
    desk.write({.id = "other-title", .title = "Nobody and others", .court = "Invented Court", .decided = "2019-03-02"});
    desk.write({.id = "other-day", .title = "R v Sample", .court = "Invented Court", .decided = "2019-03-03"});
    desk.write({.id = "citation-1", .title = "C v D", .identifiers = {{.scheme = "neutral-citation", .value = "[2019] xyca 7"}}});
    desk.write({.id = "twin-1", .title = "E v F", .identifiers = {{.scheme = "neutral-citation", .value = "[2020] XYCA 1"}}});
    desk.write({.id = "twin-2", .title = "G v H", .identifiers = {{.scheme = "neutral-citation", .value = "[2020] XYCA 1"}}});
    const auto dry = desk.load({"--dry-run"});
    INFO(dry.out);
    CHECK(dry.exit_code == 0);
    CHECK(says(dry.out,
               "Possible duplicates:\n  citation-1 and cited: both are [2019] xyca 7\n"
               "  same-day and old: the same court on the same day, and a similar title\n"
               "  twin-2 and twin-1: both have the same citation\n"));
}

TEST_CASE("a dry run tells what may identify a victim, and rejects it when the configuration says so", "[commands][dry-run]") {
    const IndexDesk desk;
    desk.write({.id = "a", .facts = {"The victim, Marisol, was born on 3 April 1990."}});
    const auto dry = desk.load({"--dry-run"});
    INFO(dry.out);
    CHECK(dry.exit_code == 0);
    CHECK(says(dry.out, "a.xml:9:24: warning: This seems to give a victim's name"));
    CHECK_FALSE(says(dry.out, "Marisol"));
    desk.write("../indexer.toml", "[identity-lint]\nvictim-name = \"error\"\n");
    const auto strict = desk.load({"--dry-run", "--config", desk.path("indexer.toml")});
    CHECK(strict.exit_code == 1);
    CHECK(says(strict.out, "1 rejected."));
}

}  // namespace palermo::test
