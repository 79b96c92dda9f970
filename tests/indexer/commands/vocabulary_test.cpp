// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string content_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Not compared by Catch itself: nobody wants to read both.
bool holds(const std::string& file, const std::string& content) { return content_of(file) == content; }

/// A librarian's desk: a copy of the schemas, and an index of two cases that fail to escape and one that does not.
class Desk {
public:
    Desk() {
        fs::copy(PALERMO_SOURCE_DIR "/schemas", path("schemas"));
        directory_.write("cases/a.xml",
                         to_xml({.id = "a", .title = "The State v. Doe", .evidential_issues = {{.id = "failure-to-escape"}}}));
        directory_.write("cases/b.xml", to_xml({.id = "b", .evidential_issues = {{.id = "failure-to-escape"}, {.id = "late-complaint"}}}));
        directory_.write("cases/c.xml", to_xml({.id = "c", .legal_concepts = {"debt-bondage"}}));
        REQUIRE(indexer({"load", "--index", path("index"), "--schemas", path("schemas"), path("cases")}).exit_code == 0);
    }

    [[nodiscard]] static Finished indexer(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        return run(arguments);
    }
    [[nodiscard]] static Finished vocabulary(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "vocabulary");
        return indexer(std::move(arguments));
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (directory_.path() / name).string(); }
    [[nodiscard]] std::string installed() const { return path("schemas/evidential-issues.rdf"); }
    [[nodiscard]] std::string edited() const { return path("new.rdf"); }

    void edit(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--in", fs::exists(edited()) ? edited() : installed(), "--out", edited()});
        const auto finished = vocabulary(std::move(arguments));
        INFO(finished.err);
        REQUIRE(finished.exit_code == 0);
    }
    void load_too(const TestRecord& record) const {
        directory_.write("cases/more.xml", to_xml(record));
        REQUIRE(indexer({"load", "--index", path("index"), "--schemas", path("schemas"), path("cases/more.xml")}).exit_code == 0);
    }
    void write_edited(const std::string& text) const { directory_.write("new.rdf", text); }
    /// The edited file with one text in place of another.
    void replace(const std::string& old, const std::string& now) const {
        auto text = content_of(fs::exists(edited()) ? edited() : installed());
        const auto place = text.find(old);
        REQUIRE(place != std::string::npos);
        write_edited(text.replace(place, old.size(), now));
    }

    [[nodiscard]] Finished check() const { return vocabulary({"check", edited(), "--schemas", path("schemas")}); }
    [[nodiscard]] Finished diff(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"diff", installed(), edited()});
        return vocabulary(std::move(more));
    }
    [[nodiscard]] Finished apply(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"apply", edited(), "--index", path("index"), "--schemas", path("schemas")});
        return vocabulary(std::move(more));
    }
    [[nodiscard]] Finished history(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"history", "--index", path("index")});
        return indexer(std::move(more));
    }
    [[nodiscard]] std::string status() const { return indexer({"status", "--index", path("index")}).out; }

private:
    TempDirectory directory_;
};

}  // namespace

TEST_CASE("a merge is checked, compared with its records, and put to use", "[commands][vocabulary]") {
    const Desk desk;
    const auto before = content_of(desk.installed());
    desk.edit({"merge", "failure-to-escape", "late-complaint", "--version", "next"});
    CHECK(desk.check().exit_code == 0);
    const auto compared = desk.diff({"--index", desk.path("index")});
    CHECK(compared.exit_code == 0);
    CHECK(says(compared.out, "failure-to-escape -> late-complaint"));
    CHECK(says(compared.out, "(2 records)\n    a  The State v. Doe\n    b  "));
    CHECK(says(compared.out, "  late-complaint  1 -> 2\n"));
    CHECK(says(compared.out, "  failure-to-escape  2 -> 0\n"));

    CHECK(says(desk.apply({"--dry-run"}).out, "dry run"));
    CHECK(holds(desk.installed(), before));
    CHECK(says(desk.status(), "Generation 1"));
    const auto applied = desk.apply();
    INFO(applied.out << applied.err);
    CHECK(applied.exit_code == 0);
    CHECK(says(applied.out, "Built 3 records again. Generation 2 is live"));
    CHECK(holds(desk.installed(), content_of(desk.edited())));
    CHECK(holds(desk.path("schemas/evidential-issues.2026-11-23.rdf"), before));
    CHECK(says(desk.status(), "evidential-issue, version next"));
    CHECK(says(desk.history().out, "3 records\tload: 3 built again, since the vocabularies or the text analysis changed\n"));
    CHECK(json::parse(desk.history({"--json"}).out).at("generations").at(0).at("rebuilt") == 3);
    const auto moves = json::parse(desk.history({"--report", "2"}).out).at("facet_moves").at("evidential-issue");
    CHECK(moves.at("failure-to-escape") == -2);
    CHECK(moves.at("late-complaint") == 1);
    CHECK(says(desk.indexer({"show", "--index", desk.path("index"), "a", "--terms"}).out, "XIlate-complaint"));
    CHECK_FALSE(says(desk.indexer({"show", "--index", desk.path("index"), "a", "--terms"}).out, "XIfailure-to-escape"));
}

TEST_CASE("a load that takes up another vocabulary tells what it built again and which counts move", "[commands][vocabulary]") {
    const Desk desk;
    desk.edit({"merge", "failure-to-escape", "late-complaint"});
    fs::copy_file(desk.edited(), desk.installed(), fs::copy_options::overwrite_existing);
    const auto load = [&](bool is_dry) {
        std::vector<std::string> arguments{PALERMO_INDEXER, "load", "--index", desk.path("index"), "--schemas", desk.path("schemas")};
        if (is_dry) arguments.emplace_back("--dry-run");
        arguments.emplace_back("-");
        return run(arguments, to_xml({.id = "d", .evidential_issues = {{.id = "failure-to-escape"}}}));
    };
    for (const bool is_dry : {true, false}) {
        const auto loaded = load(is_dry);
        INFO(loaded.out << loaded.err);
        CHECK(loaded.exit_code == 0);
        CHECK(says(loaded.out, "failure-to-escape -2"));
        CHECK(says(loaded.out, "late-complaint +2"));
        CHECK(says(loaded.out, "3 built again, since the vocabularies or the text analysis changed."));
    }
    CHECK(says(desk.history().out, "4 records\tload: 1 added, 0 changed, 3 built again\n"));
}

TEST_CASE("the counts that a comparison foretells are those that come", "[commands][vocabulary]") {
    const Desk desk;
    desk.edit({"merge", "failure-to-escape", "late-complaint"});
    desk.edit({"move", "late-complaint", "--under", "victim-testimony"});
    desk.edit({"add", "at-sea", "--under", "late-complaint", "--label", "en=at sea"});
    desk.edit({"rename", "victim-testimony", "--label", "fr=parole de la victime", "--keep-old"});
    const auto told = json::parse(desk.diff({"--json", "--index", desk.path("index")}).out);
    CHECK(told.at("added").at(0).at("id") == "at-sea");
    CHECK(told.at("merged").at(0).at("into") == "late-complaint");
    CHECK(told.at("merged").at(0).at("records").as_array().size() == 2);
    CHECK(told.at("moved").at(0).at("to") == "victim-testimony");
    CHECK(told.at("relabelled").at(0).at("labels").at(0).at("after") == "parole de la victime");
    CHECK_FALSE(told.at("counts").as_array().empty());
    REQUIRE(desk.apply().exit_code == 0);
    // Compared with itself, nothing moves; compared with the old one, all of it moves back.
    const auto back = json::parse(desk.vocabulary({"diff", desk.edited(), desk.path("schemas/evidential-issues.2026-11-23.rdf"), "--json",
                                                   "--index", desk.path("index")})
                                      .out);
    for (const auto& move : told.at("counts").as_array()) {
        INFO(move);
        const auto& counts = back.at("counts").as_array();
        CHECK(std::ranges::any_of(counts, [&](const json::value& other) {
            return other.at("id") == move.at("id") && other.at("before") == move.at("after") && other.at("after") == move.at("before");
        }));
    }
    CHECK(back.at("counts").as_array().size() == told.at("counts").as_array().size());
}

TEST_CASE("a vocabulary that cannot be put to use is refused with its reasons, and nothing changes", "[commands][vocabulary]") {
    const Desk desk;
    const auto before = content_of(desk.installed());
    const auto refused = [&](const std::string& words) {
        INFO(words);
        const auto applied = desk.apply();
        INFO(applied.out << applied.err);
        CHECK(applied.exit_code == 2);
        CHECK(says(applied.out + applied.err, words));
        CHECK(holds(desk.installed(), before));
        CHECK(says(desk.status(), "Generation 1"));
        fs::remove(desk.edited());
    };
    desk.write_edited("<rdf>");
    refused("The file ends, and <rdf>, opened on line 1, is still open.");
    desk.write_edited("no XML at all");
    refused("new.rdf:1:");
    desk.replace("<dct:identifier>evidential-issue<", "<dct:identifier>shoes<");
    refused("\"shoes\"");
    desk.replace("kinds of evidence</skos:prefLabel>", "sorts of evidence</skos:prefLabel>");
    refused("version is still \"2026-11-23\"");
    desk.replace("rdf:about=\"#ngo-testimony\"", "rdf:about=\"#ngos\"");
    desk.replace("<owl:versionInfo>2026-11-23", "<owl:versionInfo>next");
    CHECK(desk.check().exit_code == 1);
    refused("The id \"ngo-testimony\" is gone");
    desk.edit({"deprecate", "ngo-testimony"});
    desk.replace("\n    <owl:deprecated>true</owl:deprecated>", "\n    <dct:isReplacedBy rdf:resource=\"#debt-bondage\"/>");
    refused("It is a legal-concept");
    desk.edit({"deprecate", "ngo-testimony"});
    desk.replace("\n    <owl:deprecated>true</owl:deprecated>", "\n    <dct:isReplacedBy rdf:resource=\"#ngo-testimony\"/>");
    refused("is replaced by itself");
    fs::copy(desk.path("schemas/legal-concepts.rdf"), desk.edited());
    CHECK(desk.diff().exit_code == 2);
    CHECK(says(desk.diff().err, "legal-concept"));
    fs::remove(desk.edited());
    CHECK(desk.apply().exit_code == 2);
    const auto in_place = desk.vocabulary({"apply", desk.installed(), "--index", desk.path("index"), "--schemas", desk.path("schemas")});
    CHECK(in_place.exit_code == 2);
    CHECK(says(in_place.err, "Edit a copy"));
}

TEST_CASE("a vocabulary that is in use already is not put to use again", "[commands][vocabulary]") {
    const Desk desk;
    desk.edit({"deprecate", "failure-to-escape"});
    REQUIRE(desk.apply().exit_code == 0);
    const auto status = desk.status();
    const auto files = std::distance(fs::directory_iterator(desk.path("schemas")), {});
    for (const std::vector<std::string>& options : {std::vector<std::string>{}, {"--dry-run"}}) {
        const auto again = desk.apply(options);
        INFO(again.out << again.err);
        CHECK(again.exit_code == 0);
        CHECK(says(again.out, "This vocabulary is installed and in use already; nothing was changed.\n"));
        CHECK_FALSE(says(again.out, "The index holds no records"));
    }
    CHECK(json::parse(desk.apply({"--json"}).out).at("applied") == false);
    CHECK(desk.status() == status);
    CHECK(std::distance(fs::directory_iterator(desk.path("schemas")), {}) == files);
}

TEST_CASE("an id that the installed vocabulary and the index have is missed once", "[commands][vocabulary]") {
    const Desk desk;
    desk.replace("rdf:about=\"#ngo-testimony\"", "rdf:about=\"#ngos\"");
    const auto applied = desk.apply();
    CHECK(applied.exit_code == 2);
    const std::string words = "The content changed, and the version is still";
    const auto first = applied.out.find(words);
    REQUIRE(first != std::string::npos);
    CHECK(applied.out.find(words, first + 1) == std::string::npos);
}

TEST_CASE("a place where no vocabulary can be read or written is told without a word on records or an index", "[commands][vocabulary]") {
    const Desk desk;
    const auto directory = desk.path("schemas");
    const auto pipe = desk.path("pipe");
    REQUIRE(run({"mkfifo", pipe}).exit_code == 0);
    desk.write_edited("");
    const auto add = [&](const std::string& out) {
        return std::vector<std::string>{"add", "new-one", "--top", "--label", "en=new", "--in", desk.installed(), "--out", out};
    };
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {add(directory), "This is a directory, and a vocabulary is a file."},
        {add(desk.path("none/x.rdf")), "There is no directory to write this into."},
        {add(pipe), "This is not a regular file."},
        {{"check", directory}, "This is a directory, and a vocabulary is a file."},
        {{"diff", directory, desk.installed()}, "This is a directory, and a vocabulary is a file."},
        {{"apply", directory, "--index", desk.path("index")}, "This is a directory, and a vocabulary is a file."},
        {{"merge", "a", "b", "--in", directory}, "This is a directory, and a vocabulary is a file."},
        {{"check", desk.edited()}, "The file is empty."}};
    for (const auto& [arguments, words] : wrong) {
        const auto finished = desk.vocabulary(arguments);
        INFO(arguments.front() << ": " << finished.err);
        CHECK(finished.exit_code == 2);
        CHECK(says(finished.err, words));
        CHECK_FALSE(says(finished.err, "record"));
        CHECK_FALSE(says(finished.err, "The index"));
    }
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("an edit through a link changes what it leads to", "[commands][vocabulary]") {
    const Desk desk;
    fs::create_symlink(desk.installed(), desk.path("link.rdf"));
    REQUIRE(desk.vocabulary({"deprecate", "ngo-testimony", "--in", desk.path("link.rdf")}).exit_code == 0);
    CHECK(fs::is_symlink(desk.path("link.rdf")));
    CHECK(says(content_of(desk.installed()), "<owl:deprecated>true"));
}

TEST_CASE("when the index cannot be built again, the installed vocabulary is put back", "[commands][vocabulary]") {
    const Desk desk;
    const auto before = content_of(desk.installed());
    desk.edit({"deprecate", "failure-to-escape"});
    const auto apply = "exec " PALERMO_INDEXER " vocabulary apply " + desk.edited() + " --index " + desk.path("index") + " --schemas " +
                       desk.path("schemas");
    CHECK(run({"flock", desk.path("index/writer.lock"), "sh", "-c", apply}).exit_code == 4);
    CHECK(holds(desk.installed(), before));
    // No file may grow past 256 KiB: the vocabulary goes through, the segment of a long record does not.
    std::string long_text;
    for (int i = 0; i < 40'000; ++i) long_text += "word" + std::to_string(i * 7919) + ' ';
    desk.load_too({.id = "long", .facts = {long_text}});
    const auto full = run({"sh", "-c", "ulimit -f 512; " + apply});
    INFO(full.out << full.err);
    CHECK(full.exit_code == 5);
    CHECK(holds(desk.installed(), before));
    CHECK_FALSE(fs::exists(desk.path("schemas/evidential-issues.2026-11-23.rdf")));
    CHECK(says(desk.status(), "Generation 2"));
    CHECK(desk.apply().exit_code == 0);
}

TEST_CASE("an edit gives the file another version each time, and tells what it refuses", "[commands][vocabulary]") {
    const Desk desk;
    const auto original = content_of(desk.installed());
    desk.edit({"deprecate", "ngo-testimony"});
    CHECK(holds(desk.installed(), original));
    desk.edit({"restore", "ngo-testimony"});
    CHECK(says(content_of(desk.edited()), ".2</owl:versionInfo>"));
    desk.edit({"deprecate", "ngo-testimony"});
    CHECK(says(content_of(desk.edited()), ".3</owl:versionInfo>"));
    const auto edited = content_of(desk.edited());
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"merge", "failure-to-escap", "late-complaint"}, "Did you mean \"failure-to-escape\"?"},
        {{"merge", "failure-to-escape", "failure-to-escape"}, "itself"},
        {{"merge", "failure-to-escape", "debt-bondage"}, "no evidential-issue \"debt-bondage\""},
        {{"add", "new-one", "--top"}, "English"},
        {{"add", "new-one", "--label", "en=new"}, "--under"},
        {{"add", "New One", "--top", "--label", "en=new"}, "cannot be an id"},
        {{"add", "new-one", "--top", "--label", "new"}, "language"},
        {{"add", "new-one", "--top", "--label", "en= "}, "line of text"},
        {{"rename", "failure-to-escape"}, "no new name"},
        {{"rename", "failure-to-escape", "--to", "late-complaint"}, "taken"},
        {{"move", "failure-to-escape"}, "--under"},
    };
    for (auto [arguments, words] : wrong) {
        arguments.insert(arguments.end(), {"--in", desk.edited()});
        const auto finished = desk.vocabulary(arguments);
        INFO(words << " / " << finished.err);
        CHECK(finished.exit_code == 2);
        CHECK(says(finished.err, words));
        CHECK(holds(desk.edited(), edited));
    }
}

TEST_CASE("the shipped vocabularies have neither faults nor warnings", "[commands][vocabulary]") {
    const auto checked = Desk::vocabulary({"check", "--schemas", PALERMO_SOURCE_DIR "/schemas"});
    CHECK(checked.exit_code == 0);
    CHECK(says(checked.out, "legal-concepts.rdf: 140 concepts: 0 errors, 0 warnings"));
    CHECK(says(checked.out, "evidential-issues.rdf: 79 concepts: 0 errors, 0 warnings"));
    CHECK(json::parse(Desk::vocabulary({"check", "--json", "--schemas", PALERMO_SOURCE_DIR "/schemas"}).out).at("findings").is_array());
}

}  // namespace palermo::test
