// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <signal.h>

namespace palermo::test {
namespace {

std::vector<std::string> load_of_three(const TempDirectory& directory) {
    for (const std::string id : {"a", "b", "c"}) directory.write("records/" + id + ".xml", to_xml({.id = id}));
    return {PALERMO_INDEXER, "load", "--index", (directory.path() / "index").string(), (directory.path() / "records").string()};
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a load in a terminal shows how far it is, and leaves only its report", "[commands][terminal]") {
    const TempDirectory directory;
    const auto session = run_in_terminal(load_of_three(directory));
    INFO(session.output);
    CHECK(session.exit_code == 0);
    CHECK(says(session.output, "loading 3/3"));
    CHECK(says(session.output, "publishing"));
    CHECK(left_on_screen(session.output) ==
          "3 records given: 3 added, 0 changed, 0 the same, 0 rejected.\nGeneration 1 is live, with 3 records.\n");
}

TEST_CASE("a longer load says how fast it is and how much time is left", "[commands][terminal]") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "word" + std::to_string(i * 7919) + ' ';
    // The first second is silent about it: more records until a load takes longer on this machine.
    for (int records = 400;; records *= 2) {
        const TempDirectory directory;
        for (int i = 0; i < records; ++i) {
            const auto id = "r" + std::to_string(i);
            directory.write("records/" + id + ".xml", to_xml({.id = id, .facts = {text + id}}));
        }
        const auto session = run_in_terminal({PALERMO_INDEXER, "load", "--threads", "1", "--index", (directory.path() / "index").string(),
                                              (directory.path() / "records").string()});
        REQUIRE(session.exit_code == 0);
        if (says(session.output, " records/s, ") && says(session.output, " s left")) break;
        REQUIRE(records < 20'000);
    }
}

TEST_CASE("a load is silent about its progress without a terminal, and when it is told to", "[commands][terminal]") {
    const TempDirectory directory;
    auto command = load_of_three(directory);
    const auto piped = run(command);
    CHECK(piped.exit_code == 0);
    CHECK(piped.err.empty());
    command.emplace_back("--quiet");
    const auto session = run_in_terminal(command);
    CHECK_FALSE(says(session.output, "loading"));
    CHECK_FALSE(says(session.output, "\x1b"));
}

TEST_CASE("a takedown in a terminal says what it is at, and leaves only its report", "[commands][terminal]") {
    const TempDirectory directory;
    REQUIRE(run(load_of_three(directory)).exit_code == 0);
    const auto session =
        run_in_terminal({PALERMO_INDEXER, "remove", "--index", (directory.path() / "index").string(), "a", "--reason", "court-order"});
    INFO(session.output);
    CHECK(session.exit_code == 0);
    CHECK(says(session.output, "writing 2 records anew"));
    CHECK(left_on_screen(session.output) == "a is taken down.\nGeneration 2 is live, with 2 records.\n");
}

TEST_CASE("verify in a terminal counts what it compares, and is silent when it is told to", "[commands][terminal]") {
    const TempDirectory directory;
    REQUIRE(run(load_of_three(directory)).exit_code == 0);
    std::vector<std::string> command{PALERMO_INDEXER, "verify", "--index", (directory.path() / "index").string()};
    const auto session = run_in_terminal(command);
    INFO(session.output);
    CHECK(session.exit_code == 0);
    for (const std::string step : {"comparing the counts of outcome 1/", "comparing the dates and sentences 1/", "comparing the records 0/",
                                   "comparing the words 0/", "checking the records 1/3"}) {
        INFO(step);
        CHECK(says(session.output, step));
    }
    CHECK(left_on_screen(session.output).starts_with("The index is whole: 1 generation, 1 segment, "));
    command.emplace_back("--quiet");
    CHECK_FALSE(says(run_in_terminal(command).output, "comparing"));
    CHECK(run(command).err.empty());
}

TEST_CASE("an archive is not poured into a terminal", "[commands][terminal]") {
    const TempDirectory directory;
    REQUIRE(run(load_of_three(directory)).exit_code == 0);
    const auto session = run_in_terminal({PALERMO_INDEXER, "export", "--index", (directory.path() / "index").string(), "-"});
    CHECK(session.exit_code == 2);
    CHECK(says(session.output, "An archive is not for a terminal."));
}

TEST_CASE("the terminal of the tests answers prompts, ends programs and knows its size", "[commands][terminal]") {
    const auto asked = run_in_terminal({"sh", "-c", "printf 'Sure? '; read answer; printf 'You said %s\\n' \"$answer\"; exit 3"},
                                       {{.wait_for = "Sure? ", .type = "yes\n"}});
    CHECK(asked.exit_code == 3);
    CHECK(left_on_screen(asked.output) == "Sure? yes\nYou said yes\n");
    CHECK(run_in_terminal({"sh", "-c", "echo ready; exec sleep 600"}, {{.wait_for = "ready", .type = "\x03"}}).exit_code == 128 + SIGINT);
    CHECK(says(run_in_terminal({"stty", "size"}, {}, {.rows = 10, .columns = 33}).output, "10 33"));
    CHECK_THROWS(run_in_terminal({"true"}, {{.wait_for = "what never comes", .type = "\n"}}));
    CHECK_THROWS(run_in_terminal({"sleep", "600"}, {}, {}, std::chrono::seconds{1}));
}

TEST_CASE("what is left on a screen is what was not written over", "[commands][terminal]") {
    CHECK(left_on_screen("\r\x1b[Kone 1/2\r\x1b[Kone 2/2\r\x1b[Kdone\r\n") == "done\n");
    CHECK(left_on_screen("abc\rX") == "Xbc");
}

}  // namespace palermo::test
