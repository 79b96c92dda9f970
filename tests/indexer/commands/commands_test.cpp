// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <boost/json.hpp>

#include <filesystem>

namespace palermo::test {
namespace {

namespace json = boost::json;

/// A directory with an index beside the records, and the program that works on them.
class World {
public:
    Finished operator()(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        return run(arguments, input);
    }

    std::string index() const { return (directory_.path() / "index").string(); }
    std::string records() const { return (directory_.path() / "records").string(); }
    std::string path(const std::string& name) const { return (directory_.path() / name).string(); }
    void write(const std::string& name, const std::string& content) const { directory_.write("records/" + name, content); }

    Finished load() const { return (*this)({"load", "--index", index(), records()}); }

private:
    TempDirectory directory_;
};

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("load, status, show and verify tell what they did", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a", .title = "The State v. Doe", .facts = {"She fled."}, .outcome = "acquitted"}));
    const auto loaded = world.load();
    CHECK(loaded.exit_code == 0);
    CHECK(loaded.err.empty());
    CHECK(says(loaded.out, "1 added, 0 changed, 0 the same, 0 rejected"));
    CHECK(says(world({"status", "--index", world.index()}).out, "Generation 1"));
    CHECK(says(world({"show", "--index", world.index(), "a"}).out, "She fled."));
    CHECK(says(world({"show", "--index", world.index(), "a", "--terms"}).out, "XOacquitted"));
    CHECK(world({"show", "--index", world.index(), "a", "--xml"}).out ==
          to_xml({.id = "a", .title = "The State v. Doe", .facts = {"She fled."}, .outcome = "acquitted"}));
    CHECK(says(world({"verify", "--index", world.index()}).out, "The index is whole"));
    CHECK(world({"show", "--index", world.index(), "nobody"}).exit_code == 1);
}

TEST_CASE("every kind of bad record gets its sentence with its place, and the rest loads", "[commands]") {
    const World world;
    world.write("good.xml", to_xml({.id = "good"}));
    world.write("concept.xml", to_xml({.id = "x1", .legal_concepts = {"debt-bondag"}}));
    world.write("dangling.xml",
                to_xml({.id = "x2", .facts = {"f"}, .evidential_issues = {{.id = "failure-to-escape", .paragraphs = "f9"}}}));
    world.write("date.xml", to_xml({.id = "x3", .decided = "2011-02-29"}));
    world.write("malformed.xml", "<case xmlns=\"urn:palermo:case-record:1\">\n<title>");
    world.write("bomb.xml",
                "<!DOCTYPE case [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<case xmlns=\"urn:palermo:case-record:1\">&b;</case>");
    world.write("empty.xml", "");
    world.write("huge.xml", "");
    std::filesystem::resize_file(world.records() + "/huge.xml", std::uintmax_t{200} << 20U);
    std::filesystem::create_directory(world.records() + "/folder.xml");

    const auto loaded = world.load();
    CHECK(loaded.exit_code == 1);
    CHECK(says(loaded.out, "9 records given: 1 added, 0 changed, 0 the same, 8 rejected."));
    for (const std::string line :
         {"concept.xml:9:20:", "dangling.xml:12:", "date.xml:9:10:", "malformed.xml:2:", "bomb.xml:1:1:",
          "empty.xml: error: The file is empty.", "huge.xml: error: The file has 200 MB", "folder.xml: error: This is a directory"}) {
        INFO(loaded.out);
        INFO(line);
        CHECK(says(loaded.out, line));
    }
    CHECK(says(world({"verify", "--index", world.index()}).out, "whole"));
    CHECK(world({"check", world.records()}).exit_code == 1);
    CHECK(world({"check", world.records() + "/good.xml"}).exit_code == 0);
}

TEST_CASE("standard input holds one record", "[commands]") {
    const World world;
    CHECK(world({"load", "--index", world.index(), "-"}, to_xml({.id = "piped"})).exit_code == 0);
    CHECK(world({"show", "--index", world.index(), "piped"}).exit_code == 0);
    CHECK(world({"check", "-"}, "<case").exit_code == 1);
    CHECK(world({"check", "-"}, "").exit_code == 2);
}

TEST_CASE("--json answers are one JSON value", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a"}));
    world.write("b.xml", "<case");
    const auto loaded = json::parse(world({"load", "--json", "--index", world.index(), world.records()}).out);
    CHECK(loaded.at("added") == 1);
    CHECK(loaded.at("rejected") == 1);
    CHECK(json::parse(world({"check", "--json", world.records()}).out).at("findings").as_array().size() == 1);
    CHECK(json::parse(world({"status", "--json", "--index", world.index()}).out).at("record_count") == 1);
    CHECK(json::parse(world({"show", "--json", "--index", world.index(), "a"}).out).at("id") == "a");
    CHECK(json::parse(world({"verify", "--json", "--index", world.index()}).out).at("findings").as_array().empty());
}

TEST_CASE("JSON is UTF-8 whatever the bytes of a file's name", "[commands]") {
    const World world;
    world.write("bad\xFF.xml", "<case");
    world.write("good\xFE.xml", to_xml({.id = "a"}));
    world.write("line\n.xml", to_xml({.id = "a"}));
    const std::vector<std::vector<std::string>> asked{{"load", "--json", "--index", world.index(), world.records()},
                                                      {"check", "--json", world.records()},
                                                      {"history", "--report", "1", "--index", world.index()}};
    for (const auto& arguments : asked) {
        const auto answer = world(arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        boost::system::error_code error;
        CHECK(json::parse(answer.out, error).is_object());
        CHECK_FALSE(error);
        CHECK(says(answer.out, "records/bad<FF>.xml\""));
        CHECK(says(answer.out, "already belongs to the record in " + world.records() + "/good<FE>.xml."));
        CHECK(says(answer.out, "records/line\\n.xml\""));
    }
}

TEST_CASE("output that cannot be written is told, and ends with 5", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a", .facts = {std::string(100'000, 'x')}}));
    REQUIRE(world.load().exit_code == 0);
    world.write("b.xml", to_xml({.id = "b"}));
    REQUIRE(world.load().exit_code == 0);
    const auto index = " --index " + world.index();
    const std::vector<std::string> commands{"show a --xml" + index,
                                            "show a" + index,
                                            "diff 1 2" + index,
                                            "history --report 1" + index,
                                            "history" + index,
                                            "status" + index,
                                            "verify" + index,
                                            "load --json" + index + ' ' + world.records(),
                                            "export" + index + ' ' + world.path("out"),
                                            "check " + world.records(),
                                            "vocabulary check",
                                            "--help"};
    for (const auto& command : commands) {
        const auto full = run({"sh", "-c", "exec " PALERMO_INDEXER " " + command + " > /dev/full"});
        INFO(command << ": " << full.err);
        CHECK(full.exit_code == 5);
        CHECK(says(full.err, "The output could not be written whole. Check the room on the disk it goes to"));
    }
    const auto archive = run({"sh", "-c", "exec " PALERMO_INDEXER " export" + index + " - > /dev/full"});
    CHECK(archive.exit_code == 5);
    CHECK(archive.err == "standard output: error: There is no room left on the disk. Make room, or export to another disk.\n");
}

TEST_CASE("a reader who has read enough is no failure of the disk", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a", .facts = {std::string(200'000, 'x')}}));
    REQUIRE(world.load().exit_code == 0);
    // The tests ignore SIGPIPE, and what they start does too: the write fails and is no signal.
    const auto show = std::string(PALERMO_INDEXER) + " show a --xml --index " + world.index();
    CHECK(run({"sh", "-c", "{ sleep 0.3; " + show + "; echo ended with $? >&2; } | true"}).err == "ended with 0\n");
}

TEST_CASE("what is quoted of the command line does not reach the terminal as control characters", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a"}));
    REQUIRE(world.load().exit_code == 0);
    const std::string name = "x\x1b[31m\nFAKE";
    const std::vector<std::vector<std::string>> commands{{"show", "--index", world.index(), name},
                                                         {"export", "--index", world.index(), name, world.path("out")},
                                                         {"remove", "--index", world.index(), "a", "--reason", name},
                                                         {"convert", "--from", "csv", "--to", world.path(name), world.records() + "/a.xml"},
                                                         {"convert", "--from", "csv", "--to", world.path("to"), "--country", name, "x"},
                                                         {"vocabulary", "deprecate", "ngo-testimony", "--in",
                                                          PALERMO_SOURCE_DIR "/schemas/evidential-issues.rdf", "--out", world.path(name)},
                                                         {"vocabulary", "check", world.path(name)},
                                                         {name}};
    for (const auto& arguments : commands) {
        const auto finished = world(arguments);
        INFO(finished.out << finished.err);
        CHECK(says(finished.out + finished.err, "x<U+001B>[31m<U+000A>FAKE"));
        CHECK_FALSE(says(finished.out + finished.err, "\x1b"));
    }
}

TEST_CASE("wrong usage is told and ends with 2", "[commands]") {
    const World world;
    const std::vector<std::vector<std::string>> wrong{{},
                                                      {"lod"},
                                                      {"load"},
                                                      {"load", "--index", world.index()},
                                                      {"load", "--index", world.index(), "/no/such"},
                                                      {"load", "--index", "", world.records()},
                                                      {"status", "--index", ""},
                                                      {"show", "--index", world.index()},
                                                      {"load", "--index", world.index(), "--shoe", "x"},
                                                      {"show", "--index", world.index(), "a", "--xml", "--json"}};
    for (const auto& arguments : wrong) {
        const auto finished = world(arguments);
        INFO((arguments.empty() ? "no arguments" : arguments.front()) << ": " << finished.err << finished.out);
        CHECK(finished.exit_code == 2);
        CHECK_FALSE((finished.err + finished.out).empty());
    }
}

TEST_CASE("a command that is misspelt or missing is told, with the one that may be meant", "[commands]") {
    const World world;
    CHECK(says(world({"lod", "--index", world.index()}).err,
               "There is no command \"lod\". Did you mean \"load\"?\nTry palermo-indexer --help.\n"));
    CHECK(says(world({}).err, "Name a command: check, convert, load,"));
    CHECK(says(world({"show", "--index", world.index(), "--xml"}).err, "id is required"));
    CHECK(says(world({"vocabulary", "merg", "a", "b"}).err,
               "There is no command \"merg\". Did you mean \"merge\"?\nTry palermo-indexer vocabulary --help.\n"));
}

TEST_CASE("an option in front of the command is told its place", "[commands]") {
    const World world;
    CHECK(says(
        world({"--index", world.index(), "status"}).err,
        "The option --index belongs behind the command: palermo-indexer status --index and so on.\nTry palermo-indexer status --help.\n"));
}

TEST_CASE("every command explains itself with an example and its exit codes", "[commands]") {
    const World world;
    for (const std::string command :
         {"check", "convert", "load", "watch", "export", "status", "show", "history", "diff", "rollback", "remove", "prune"}) {
        const auto help = world({command, "--help"});
        INFO(help.out);
        CHECK(help.exit_code == 0);
        CHECK(says(help.out, "\n  palermo-indexer " + command + ' '));
        CHECK(says(help.out, "Exit codes:"));
    }
}

TEST_CASE("help names every command and every exit code", "[commands]") {
    const World world;
    const auto help = world({"--help"});
    CHECK(help.exit_code == 0);
    for (const std::string word : {"load", "check", "status", "show", "verify", "vocabulary", "Exit codes", "5  the disk"})
        CHECK(says(help.out, word));
    CHECK(says(world({"load", "--help"}).out, "--schemas"));
    CHECK(says(world({"--version"}).out, "palermo-indexer "));
}

TEST_CASE("an index that cannot be used ends with 3", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a"}));
    for (const std::string command : {"status", "verify"}) CHECK(world({command, "--index", world.path("none")}).exit_code == 3);
    CHECK(world({"load", "--index", world.records() + "/a.xml", world.records()}).exit_code == 3);
    CHECK(world({"load", "--index", world.records() + "/a.xml/index", world.records()}).exit_code == 3);
    REQUIRE(world.load().exit_code == 0);
    std::filesystem::resize_file(world.index() + "/generations/1.json", 10);
    for (const std::string command : {"status", "verify"}) CHECK(world({command, "--index", world.index()}).exit_code == 3);
    const auto refused = world.load();
    CHECK(refused.exit_code == 3);
    CHECK(says(refused.err, "1.json"));
}

TEST_CASE("a full disk ends with 5 and leaves the index as it was", "[commands]") {
    const World world;
    world.write("a.xml", to_xml({.id = "a"}));
    REQUIRE(world.load().exit_code == 0);
    std::string long_text;
    for (int i = 0; i < 40'000; ++i) long_text += "word" + std::to_string(i * 7919) + ' ';
    world.write("b.xml", to_xml({.id = "b", .facts = {long_text}}));
    // No file may grow past 64 KiB.
    const auto full = run({"sh", "-c", "ulimit -f 128; exec " PALERMO_INDEXER " load --index " + world.index() + ' ' + world.records()});
    INFO(full.err << full.out);
    CHECK(full.exit_code == 5);
    CHECK(says(full.err, "disk"));
    CHECK(says(world({"verify", "--index", world.index()}).out, "whole"));
    CHECK(says(world({"status", "--index", world.index()}).out, "Generation 1"));
    CHECK(world.load().exit_code == 0);
}

TEST_CASE("schemas that are not there are told", "[commands]") {
    const World world;
    const auto finished = world({"check", "--schemas", "/nowhere", world.records()});
    CHECK(finished.exit_code == 2);
    CHECK(says(finished.err, "--schemas"));
}

}  // namespace palermo::test
