// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string replaced(std::string text, const std::string& old, const std::string& now) {
    return text.replace(text.find(old), old.size(), now);
}

/// As a Latin-1 editor saves it.
std::string latin1(const std::string& id) {
    auto text = replaced(to_xml({.id = id, .title = "Cafe c. Exemple"}), "UTF-8", "ISO-8859-1");
    return replaced(text, "Cafe", "Caf\xE9");
}

/// As UTF-16 with its mark; `text` is ASCII.
std::string utf16(const std::string& id) {
    std::string bytes = "\xFF\xFE";
    for (const char c : replaced(to_xml({.id = id}), "UTF-8", "UTF-16")) bytes += {c, '\0'};
    return bytes;
}

/// An index and what is exported from it.
class Desk {
public:
    void write(const std::string& name, const std::string& xml) const { directory_.write("records/" + name, xml); }
    [[nodiscard]] std::string path(const std::string& name) const { return (directory_.path() / name).string(); }
    [[nodiscard]] std::string index() const { return path("index"); }

    [[nodiscard]] Finished load(const std::string& from = "records") const {
        return run({PALERMO_INDEXER, "load", "--index", index(), path(from)});
    }

    [[nodiscard]] Finished take(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.begin(), {PALERMO_INDEXER, "export", "--index", index()});
        return run(arguments, input);
    }

    /// The names in a tar, as tar lists them.
    [[nodiscard]] static std::string listed(const std::string& tar) { return run({"tar", "tf", tar}).out; }

private:
    TempDirectory directory_;
};

void fill_with_three(const Desk& desk) {
    desk.write("1.xml", to_xml({.id = "case-a", .outcome = "acquitted"}));
    desk.write("2.xml", to_xml({.id = "case-b", .country = "GB", .outcome = "convicted"}));
    desk.write("3.xml", to_xml({.id = "case-c", .outcome = "convicted"}));
    REQUIRE(desk.load().exit_code == 0);
}

}  // namespace

TEST_CASE("what was loaded is exported byte for byte, in whatever encoding, and loads as the same", "[commands][export]") {
    const Desk desk;
    const std::vector<std::pair<std::string, std::string>> records{{"latin", latin1("latin")},
                                                                   {"wide", utf16("wide")},
                                                                   {"marked", "\xEF\xBB\xBF" + to_xml({.id = "marked"})},
                                                                   {"windows", replaced(to_xml({.id = "windows"}), "\n", "\r\n")},
                                                                   {"plain", to_xml({.id = "plain", .facts = {"A ship."}})}};
    for (const auto& [id, xml] : records) desk.write("given-" + id + ".xml", xml);
    REQUIRE(desk.load().exit_code == 0);
    const auto exported = desk.take({desk.path("out")});
    CHECK(exported.exit_code == 0);
    CHECK(says(exported.out, "5 records written."));
    for (const auto& [id, xml] : records) CHECK(content(desk.path("out/" + id + ".xml")) == xml);
    CHECK(std::distance(fs::directory_iterator(desk.path("out")), {}) == 5);
    CHECK(says(desk.load("out").out, "5 records given: 0 added, 0 changed, 5 the same, 0 rejected."));
    CHECK(run({PALERMO_INDEXER, "load", "--index", desk.path("other"), desk.path("out")}).exit_code == 0);
    CHECK(says(run({PALERMO_INDEXER, "load", "--index", desk.path("other"), desk.path("records")}).out, "5 the same"));
    CHECK(says(run({PALERMO_INDEXER, "verify", "--index", desk.path("other")}).out, "whole"));
}

TEST_CASE("records of other encodings are built again from the index when the vocabularies change", "[commands][export]") {
    const Desk desk;
    desk.write("latin.xml", latin1("latin"));
    desk.write("wide.xml", utf16("wide"));
    REQUIRE(desk.load().exit_code == 0);
    fs::copy(PALERMO_SOURCE_DIR "/schemas", desk.path("schemas"));
    std::ofstream(desk.path("schemas/legal-concepts.rdf"), std::ios::app) << "<!-- another version -->\n";
    desk.write("new.xml", to_xml({.id = "new"}));
    const auto loaded =
        run({PALERMO_INDEXER, "load", "--index", desk.index(), "--schemas", desk.path("schemas"), desk.path("records/new.xml")});
    INFO(loaded.out << loaded.err);
    CHECK(says(loaded.out, "2 built again"));
    CHECK(desk.take({"latin", "wide", desk.path("out")}).exit_code == 0);
    CHECK(content(desk.path("out/latin.xml")) == latin1("latin"));
    CHECK(content(desk.path("out/wide.xml")) == utf16("wide"));
}

TEST_CASE("a tar holds the same files, and the same records make the same tar", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    for (const std::string ending : {".tar", ".tar.gz", ".tgz", ".tar.zst"}) {
        INFO(ending);
        CHECK(desk.take({desk.path("one" + ending)}).exit_code == 0);
        CHECK(desk.take({desk.path("two" + ending)}).exit_code == 0);
        CHECK(Desk::listed(desk.path("one" + ending)) == "case-a.xml\ncase-b.xml\ncase-c.xml\n");
        CHECK(content(desk.path("one" + ending)) == content(desk.path("two" + ending)));
    }
    CHECK(run({"tar", "xOf", desk.path("one.tar.zst"), "case-b.xml"}).out == content(desk.path("records/2.xml")));
    const auto piped = desk.take({"-"});
    CHECK(piped.out == content(desk.path("one.tar")));
    CHECK(says(piped.err, "3 records written."));
}

TEST_CASE("records are chosen by id, by a list of ids and by what they are catalogued under", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    CHECK(desk.take({"case-c", "case-a", "case-c", desk.path("ids.tar")}).exit_code == 0);
    CHECK(Desk::listed(desk.path("ids.tar")) == "case-a.xml\ncase-c.xml\n");
    CHECK(desk.take({"--ids", "-", desk.path("list.tar")}, "case-b\r\n\n  case-a\n").exit_code == 0);
    CHECK(Desk::listed(desk.path("list.tar")) == "case-a.xml\ncase-b.xml\n");
    CHECK(desk.take({"--where", "outcome=convicted", desk.path("where.tar")}).exit_code == 0);
    CHECK(Desk::listed(desk.path("where.tar")) == "case-b.xml\ncase-c.xml\n");
    CHECK(desk.take({"--where", "outcome=convicted", "--where", "outcome=acquitted", "--where", "jurisdiction=NL", desk.path("both.tar")})
              .exit_code == 0);
    CHECK(Desk::listed(desk.path("both.tar")) == "case-a.xml\ncase-c.xml\n");
    CHECK(desk.take({"--where", "outcome=convicted", "case-a", "case-b", desk.path("narrow.tar")}).exit_code == 0);
    CHECK(Desk::listed(desk.path("narrow.tar")) == "case-b.xml\n");
    // A value that no record has here, and one could.
    for (const std::string condition : {"outcome=sentence-changed", "jurisdiction=FJ", "legal-concept=som-document-offences"}) {
        INFO(condition);
        const auto none = desk.take({"--where", condition, desk.path("none.tar"), "--force"});
        CHECK(none.exit_code == 0);
        CHECK(says(none.out, "0 records written."));
    }
}

TEST_CASE("an id that the index does not hold is named, and the others are exported", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    const auto exported = desk.take({"case-a", "case-x", "../evil", desk.path("out")});
    CHECK(exported.exit_code == 1);
    CHECK(says(exported.err, "The index holds no case \"case-x\"."));
    CHECK(says(exported.err, "The index holds no case \"../evil\"."));
    CHECK(says(exported.out, "1 record written."));
    CHECK(fs::exists(desk.path("out/case-a.xml")));
}

TEST_CASE("an empty list of ids exports nothing, and never everything", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    const auto exported = desk.take({"--ids", "-", desk.path("out.tar")}, "\n");
    CHECK(exported.exit_code == 1);
    CHECK(says(exported.err, "empty"));
    CHECK_FALSE(fs::exists(desk.path("out.tar")));
}

TEST_CASE("an export writes over nothing unless it is told to", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    fs::create_directory(desk.path("full"));
    std::ofstream(desk.path("full/mine.txt")) << "mine";
    CHECK(desk.take({desk.path("full")}).exit_code == 2);
    CHECK_FALSE(fs::exists(desk.path("full/case-a.xml")));
    CHECK(desk.take({"--force", desk.path("full")}).exit_code == 0);
    CHECK(content(desk.path("full/mine.txt")) == "mine");
    CHECK(fs::exists(desk.path("full/case-a.xml")));
    std::ofstream(desk.path("old.tar")) << "old";
    CHECK(desk.take({desk.path("old.tar")}).exit_code == 2);
    CHECK(content(desk.path("old.tar")) == "old");
    CHECK(desk.take({"--force", desk.path("old.tar")}).exit_code == 0);
    CHECK(Desk::listed(desk.path("old.tar")) == "case-a.xml\ncase-b.xml\ncase-c.xml\n");
}

TEST_CASE("wrong usage of export is told in a sentence", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{}, "required"},
        {{"case-a"}, "the last name should be the target"},
        {{desk.path("x.zip")}, "Archives of this kind are not written"},
        {{"--where", "outcome=aquitted", desk.path("x")}, "There is no outcome \"aquitted\". Write \"acquitted\"."},
        {{"--where", "jurisdiction=Royaume-Uni", desk.path("x")}, "There is no jurisdiction \"Royaume-Uni\". Write \"GB\"."},
        {{"--where", "jurisdiction=UK", desk.path("x")}, "There is no jurisdiction \"UK\". Write \"GB\"."},
        {{"--where", "court-level=moon", desk.path("x")},
         "The values are appeal, constitutional, first-instance, international, not-recorded, other, supreme."},
        {{"--where", "year=1066", desk.path("x")}, "There is no year \"1066\"."},
        {{"--where", "outcom=acquitted", desk.path("x")}, "the facets are"},
        {{"--ids", "/no/such/list", desk.path("x")}, "The list of ids cannot be read."},
        {{desk.path("nowhere/x.tar")}, "There is no directory to write this into."},
        {{desk.path("records/1.xml")}, "There is a file of this name."}};
    for (const auto& [arguments, sentence] : wrong) {
        const auto finished = desk.take(arguments);
        INFO(finished.err);
        CHECK(finished.exit_code == 2);
        CHECK(says(finished.err, sentence));
    }
    const auto pruned = desk.take({"--generation", "7", desk.path("x")});
    CHECK(pruned.exit_code == 2);
    CHECK(says(pruned.err, "There is no generation 7 in this index. It holds 1;"));
    CHECK_FALSE(fs::exists(desk.path("x")));
}

TEST_CASE("an earlier generation can be exported while it is kept", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    desk.write("4.xml", to_xml({.id = "case-d"}));
    REQUIRE(desk.load().exit_code == 0);
    CHECK(says(desk.take({"--generation", "1", desk.path("one")}).out, "3 records written. Generation 1,"));
    CHECK(says(desk.take({desk.path("two")}).out, "4 records written. Generation 2,"));
}

TEST_CASE("a full disk ends an export with 5 and leaves nothing half-written under a final name", "[commands][export]") {
    const Desk desk;
    std::string long_text;
    for (int i = 0; i < 20'000; ++i) long_text += "word" + std::to_string(i * 7919) + ' ';
    desk.write("1.xml", to_xml({.id = "short"}));
    desk.write("2.xml", to_xml({.id = "very-long", .facts = {long_text}}));
    REQUIRE(desk.load().exit_code == 0);
    for (const std::string target : {"out", "out.tar"}) {
        // No file may grow past 64 KiB.
        const auto full =
            run({"sh", "-c", "ulimit -f 128; exec " PALERMO_INDEXER " export --index " + desk.index() + ' ' + desk.path(target)});
        INFO(full.err);
        CHECK(full.exit_code == 5);
        CHECK(says(full.err, "There is no room left on the disk."));
    }
    CHECK(std::distance(fs::directory_iterator(desk.path("out")), {}) == 1);
    CHECK(content(desk.path("out/short.xml")) == to_xml({.id = "short"}));
    // The index, the records and the directory: no archive, and no part of one.
    CHECK(std::distance(fs::directory_iterator(desk.path(".")), {}) == 3);
}

TEST_CASE("an export is whole while generations come and go", "[commands][export]") {
    const Desk desk;
    fill_with_three(desk);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; i < 8; ++i) {
            desk.write("4.xml", to_xml({.id = "case-d", .title = "Version " + std::to_string(i)}));
            (void)desk.load();
        }
        done = true;
    });
    while (!done) {
        const auto exported = desk.take({"--force", desk.path("moving.tar")});
        if (exported.exit_code != 0) done = true;
        INFO(exported.err);
        CHECK(exported.exit_code == 0);
    }
    writer.join();
}

}  // namespace palermo::test
