// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string content(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A directory that records are dropped into, and the index that it is watched for.
class Drop {
public:
    Drop() { fs::create_directory(directory_.path() / "drop"); }

    fs::path write(const std::string& name, const std::string& xml) const { return directory_.write("drop/" + name, xml); }
    [[nodiscard]] fs::path file(const std::string& name) const { return directory_.path() / "drop" / name; }
    [[nodiscard]] fs::path note(const std::string& name) const { return file(name + ".rejected.txt"); }
    [[nodiscard]] std::string index() const { return (directory_.path() / "index").string(); }
    [[nodiscard]] bool holds(const std::string& id) const { return run({PALERMO_INDEXER, "show", "--index", index(), id}).exit_code == 0; }

    [[nodiscard]] RunningProcess watch(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> arguments{PALERMO_INDEXER, "watch", file("").parent_path().string(), "--index", index(), "--settle", "50"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        RunningProcess process(arguments);
        REQUIRE(says(process.read_line(), "Watching "));
        return process;
    }

private:
    TempDirectory directory_;
};

/// Reads the log up to the line that says so, and gives that line.
std::string line_with(RunningProcess& process, const std::string& words) {
    for (;;) {
        auto line = process.read_line();
        if (says(line, words)) return line;
    }
}

void end(RunningProcess& process, int signal = SIGTERM) {
    process.signal(signal);
    CHECK(says(line_with(process, "Stopped"), "Stopped."));
    CHECK(process.wait() == 0);
}

}  // namespace

TEST_CASE("what lies in the directory is loaded first, then what is put into it, in new folders too", "[commands][watch]") {
    const Drop drop;
    drop.write("old.xml", to_xml({.id = "old"}));
    auto watch = drop.watch();
    line_with(watch, "1 record given: 1 added");
    drop.write("new.xml", to_xml({.id = "new"}));
    line_with(watch, "1 record given: 1 added");
    drop.write("spring/court/deep.xml", to_xml({.id = "deep"}));
    line_with(watch, "1 record given: 1 added");
    drop.write("spring/court/deeper.xml", to_xml({.id = "deeper"}));
    line_with(watch, "Generation 4 is live, with 4 records.");
    for (const std::string id : {"old", "new", "deep", "deeper"}) CHECK(drop.holds(id));
    end(watch);
}

TEST_CASE("a rejected record has a note beside it until it is mended or gone", "[commands][watch]") {
    const Drop drop;
    auto watch = drop.watch();
    drop.write("bad.xml", to_xml({.id = "bad", .legal_concepts = {"debt-bondag"}}));
    CHECK(says(line_with(watch, "Rejected"), "bad.xml.rejected.txt"));
    line_with(watch, "1 rejected");
    CHECK(says(content(drop.note("bad.xml")), "bad.xml:9:20: error: "));
    drop.write("bad.xml", to_xml({.id = "bad", .legal_concepts = {"debt-bondage"}}));
    line_with(watch, "1 added");
    CHECK_FALSE(fs::exists(drop.note("bad.xml")));

    drop.write("gone.xml", "<case");
    line_with(watch, "1 rejected");
    CHECK(fs::exists(drop.note("gone.xml")));
    fs::remove(drop.file("gone.xml"));
    // The next load comes after the look that found it gone.
    drop.write("next.xml", to_xml({.id = "next"}));
    line_with(watch, "1 added");
    CHECK_FALSE(fs::exists(drop.note("gone.xml")));
    end(watch, SIGINT);
}

TEST_CASE("notes of records that went while nobody watched are removed, other people's files are not", "[commands][watch]") {
    const Drop drop;
    drop.write("one.xml.rejected.txt", "palermo-indexer did not load one.xml:\n");
    drop.write("two.xml.rejected.txt", "my own notes");
    drop.write("here.xml", to_xml({.id = "here"}));
    auto watch = drop.watch();
    line_with(watch, "1 added");
    CHECK_FALSE(fs::exists(drop.note("one.xml")));
    CHECK(fs::exists(drop.note("two.xml")));
    end(watch);
}

TEST_CASE("a file is not read while it is written, and an editor's rename into place is seen", "[commands][watch]") {
    const Drop drop;
    auto watch = drop.watch();
    const auto slow = to_xml({.id = "slow"});
    std::ofstream half(drop.file("slow.xml"));
    half << slow.substr(0, slow.size() / 2) << std::flush;
    drop.write("quick.xml", to_xml({.id = "quick"}));
    line_with(watch, "1 record given: 1 added");
    CHECK_FALSE(fs::exists(drop.note("slow.xml")));
    half << slow.substr(slow.size() / 2);
    half.close();
    line_with(watch, "1 record given: 1 added");
    CHECK(drop.holds("slow"));

    drop.write("quick.xml.tmp", to_xml({.id = "quick", .title = "Another title"}));
    fs::rename(drop.file("quick.xml.tmp"), drop.file("quick.xml"));
    line_with(watch, "1 record given: 0 added, 1 changed");
    end(watch);
}

TEST_CASE("a copy with an id that another file has is rejected, and loaded when that file goes", "[commands][watch]") {
    const Drop drop;
    auto watch = drop.watch();
    drop.write("first.xml", to_xml({.id = "same", .title = "First"}));
    line_with(watch, "1 added");
    drop.write("copy.xml", to_xml({.id = "same", .title = "Second"}));
    line_with(watch, "1 rejected");
    CHECK(says(content(drop.note("copy.xml")), "The id \"same\" already belongs to the record in"));
    fs::remove(drop.file("first.xml"));
    line_with(watch, "1 record given: 0 added, 1 changed");
    CHECK_FALSE(fs::exists(drop.note("copy.xml")));
    end(watch);
}

TEST_CASE("where no note can be written, the log tells why a record was rejected", "[commands][watch]") {
    const Drop drop;
    // A directory of the note's name, which is in the way for the superuser too.
    drop.write("bad.xml.rejected.txt/in-the-way", "");
    drop.write("bad.xml", "<case");
    auto watch = drop.watch();
    CHECK(says(watch.read_line(), "No note could be written beside " + drop.file("bad.xml").string() + ": "));
    CHECK(says(watch.read_line(), drop.file("bad.xml").string() + ":1:6: error: The file ends inside a tag."));
    CHECK(watch.read_line().ends_with("Rejected " + drop.file("bad.xml").string() + " for the errors above."));
    line_with(watch, "1 rejected");
    end(watch);
}

TEST_CASE("the name of a file cannot forge a line of the log or of a note", "[commands][watch]") {
    const Drop drop;
    const std::string name = "e\x1b[31m\nFAKE.xml";
    drop.write(name, "<case");
    auto watch = drop.watch();
    const auto line = watch.read_line();
    CHECK(says(line, "Rejected " + drop.file("e<U+001B>[31m<U+000A>FAKE.xml").string() + ": see "));
    CHECK(line.ends_with("FAKE.xml.rejected.txt"));
    CHECK(content(drop.note(name)).starts_with("palermo-indexer did not load e<U+001B>[31m<U+000A>FAKE.xml:\n\n"));
    line_with(watch, "1 rejected");
    end(watch);
}

TEST_CASE("--config says how grave a finding in a watched record is", "[commands][watch]") {
    const Drop drop;
    const auto config = drop.write("strict.toml", "[identity-lint]\nbirth-date = \"error\"\n").string();
    const auto born = to_xml({.id = "born", .facts = {"The victim was born on 3 May 1994."}});
    drop.write("born.xml", born);
    auto watch = drop.watch({"--config", config});
    line_with(watch, "1 rejected");
    CHECK(says(content(drop.note("born.xml")), "error: This seems to be a full date of birth"));
    end(watch);
    auto lenient = drop.watch();
    line_with(lenient, "warning: This seems to be a full date of birth");
    line_with(lenient, "1 added");
    end(lenient);
    const auto directory = drop.file("").parent_path().string();
    CHECK(run({PALERMO_INDEXER, "watch", directory, "--index", drop.index(), "--config", config + ".none"}).exit_code == 2);
}

TEST_CASE("files that go leave their records in the index", "[commands][watch]") {
    const Drop drop;
    auto watch = drop.watch();
    drop.write("kept.xml", to_xml({.id = "kept"}));
    line_with(watch, "1 added");
    fs::remove(drop.file("kept.xml"));
    drop.write("next.xml", to_xml({.id = "next"}));
    line_with(watch, "with 2 records");
    CHECK(drop.holds("kept"));
    end(watch);
}

TEST_CASE("a watch waits for another writer, and says so once", "[commands][watch]") {
    const Drop drop;
    drop.write("a.xml", to_xml({.id = "a"}));
    auto watch = drop.watch();
    line_with(watch, "1 added");
    const int lock = ::open((drop.index() + "/writer.lock").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(::flock(lock, LOCK_EX) == 0);
    drop.write("b.xml", to_xml({.id = "b"}));
    CHECK(says(watch.read_line(), "Another palermo-indexer is writing to this index: waiting."));
    drop.write("c.xml", to_xml({.id = "c"}));
    ::close(lock);
    // The very next line: the wait was told once.
    CHECK(says(watch.read_line(), "added"));
    end(watch);
}

TEST_CASE("a watch that the system could not tell everything looks for itself", "[commands][watch]") {
    const Drop drop;
    auto watch = drop.watch();
    drop.write("a.xml", to_xml({.id = "a"}));
    line_with(watch, "1 added");
    watch.signal(SIGSTOP);
    std::size_t queue = 0;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> queue;
    REQUIRE(queue > 0);
    // Two names in turn, for the same event twice counts once.
    for (std::size_t i = 0; i < queue; ++i) std::ofstream(drop.file(i % 2 == 0 ? "even.txt" : "odd.txt"), std::ios::app) << 'x';
    // Of this nothing was told: the queue is full.
    drop.write("new/folder/b.xml", to_xml({.id = "b"}));
    watch.signal(SIGCONT);
    line_with(watch, "1 record given: 1 added");
    drop.write("new/folder/c.xml", to_xml({.id = "c"}));
    line_with(watch, "1 record given: 1 added");
    end(watch);
}

TEST_CASE("a watch ends with a sentence when its directory goes or was never there", "[commands][watch]") {
    const Drop drop;
    auto watch = drop.watch();
    fs::remove_all(drop.file("").parent_path());
    CHECK(watch.wait() == 2);
    const auto missing = run({PALERMO_INDEXER, "watch", drop.file("").parent_path().string(), "--index", drop.index()});
    CHECK(missing.exit_code == 2);
    CHECK(says(missing.err, "There is no such directory."));
}

TEST_CASE("a watch says at once what no load could get over", "[commands][watch]") {
    const Drop drop;
    const auto directory = drop.file("").parent_path().string();
    CHECK(run({PALERMO_INDEXER, "watch", directory, "--index", drop.index(), "--schemas", "/nowhere"}).exit_code == 2);
    const auto file = drop.write("a.xml", to_xml({.id = "a"})).string();
    CHECK(run({PALERMO_INDEXER, "watch", directory, "--index", file}).exit_code == 3);
    CHECK(run({PALERMO_INDEXER, "watch", directory, "--index", drop.index(), "--settle", "0"}).exit_code == 2);
}

}  // namespace palermo::test
