// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const std::string samples = PALERMO_SOURCE_DIR "/tests/indexer/convert/samples/";
const std::string header = "id,lang,title,country,crime-types,facts,evidential-issues\n";

/// A directory for the records, and the program that fills it.
class Desk {
public:
    Finished operator()(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        return run(arguments, input);
    }
    Finished csv(const std::string& content, const std::vector<std::string>& more = {}) const {
        directory_.write("cases.csv", content);
        std::vector<std::string> arguments{"convert", "--from", "csv", "--to", to(), path("cases.csv")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return (*this)(arguments);
    }
    Finished akn(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> arguments{
            "convert", "--from", "akn", "--to", to(), "--crime-type", "trafficking-in-persons", samples + "judgment.akn.xml"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return (*this)(arguments);
    }
    std::string path(const std::string& name) const { return (directory_.path() / name).string(); }
    std::string to() const { return path("records"); }
    bool has(const std::string& id) const { return fs::exists(to() + '/' + id + ".xml"); }
    void write(const std::string& name, const std::string& content) const { directory_.write(name, content); }

private:
    TempDirectory directory_;
};

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string content(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    REQUIRE(stream);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("the samples are converted into the records that are kept beside them, which load and are found", "[convert]") {
    const Desk desk;
    const auto csv = desk({"convert", "--from", "csv", "--to", desk.to(), samples + "cases.csv"});
    INFO(csv.out << csv.err);
    CHECK(csv.exit_code == 0);
    CHECK(says(csv.out, "3 records written"));
    CHECK(says(csv.out, "0 pieces of content (0 characters) not."));
    const auto akn = desk.akn();
    INFO(akn.out << akn.err);
    CHECK(akn.exit_code == 1);
    CHECK(says(akn.out, "judgment.akn.xml:58:59: warning: No part of a record takes img/@src: 2 pieces of content"));
    for (const std::string id : {"inv-001", "inv-002", "inv-003", "xyca-crim-2021-7"}) {
        INFO(id);
        CHECK(content(desk.to() + '/' + id + ".xml") == content(samples + id + ".xml"));
    }
    CHECK(desk({"check", desk.to()}).exit_code == 0);
    const auto index = desk.path("index");
    REQUIRE(desk({"load", "--index", index, desk.to()}).exit_code == 0);
    CHECK(says(desk({"show", "--index", index, "xyca-crim-2021-7"}).out, "A debt that nobody can pay is a means of holding a person."));
    CHECK(says(desk({"show", "--index", index, "inv-001"}).out, "Two of them left, and went back within a week."));
}

TEST_CASE("content that is left out as told is counted and not complained about", "[convert]") {
    const Desk desk;
    const auto akn = desk.akn({"--leave-out", "img/@src", "--leave-out", "FRBRthis/@value"});
    INFO(akn.out);
    CHECK(akn.exit_code == 0);
    CHECK_FALSE(says(akn.out, "warning"));
    CHECK(says(akn.out, "3 pieces of content (71 characters) left out as told"));
    const auto text =
        header.substr(0, header.size() - 1) + ",Remarks\na,en,A,GB,other,f,,secret words\nb,en,B,GB,other,f,,more\nc,en,C,GB,other,f,,\n";
    const auto told = desk.csv(text);
    CHECK(told.exit_code == 1);
    CHECK(says(told.out,
               "cases.csv:2:20: warning: No part of a record takes column \"Remarks\": 2 pieces of content (15 characters) are not carried "
               "over (lines 2 and 3), beginning with \"secret words\"."));
    CHECK(desk.csv(text, {"--leave-out", "Remarks"}).exit_code == 0);
    const auto nameless = desk.csv("id,title,crime-types,\nd,A,other,x\n", {"--country", "GB"});
    CHECK(says(nameless.out, "No part of a record takes a column without a name"));
    CHECK_FALSE(says(nameless.out, "Did you mean"));
    CHECK(
        says(desk.csv("id,title,county\na,A,GB\n", {"--country", "GB", "--crime-type", "other"}).out, "Did you mean the column country?"));
}

TEST_CASE("a bad row gets its sentence at its cell, and the other rows are converted", "[convert]") {
    const Desk desk;
    const auto converted = desk.csv(header +
                                    "good,en,G,GB,other,f,\n"
                                    "concept,en,C,GB,other,f,debt-bondage-evidenc:weakened\n"
                                    "role,en,C,GB,other,f,debt-bondage-evidence\n"
                                    "para,en,C,GB,other,f,debt-bondage-evidence:weakened:facts-2\n"
                                    "land,en,C,XX,other,f,\n"
                                    "crime,en,C,GB,theft,f,\n"
                                    "wide,en,C,GB,other,f,,,\n"
                                    "good,en,C,GB,other,f,\n"
                                    "Bad Id,en,C,GB,other,f,\n"
                                    "nolang,,C,GB,other,f,\n"
                                    "quote,en,\"C\"C,GB,other,f,\n"
                                    "control,en,C\x01,GB,other,f,\n"
                                    "good-2,en,G,GB,other,f,\n");
    INFO(converted.out);
    CHECK(converted.exit_code == 1);
    CHECK(says(converted.out, "2 records written to " + desk.to() + ", 11 rejected."));
    for (const std::string line :
         {":3:25: error: There is no evidential-issue \"debt-bondage-evidenc\". Did you mean \"debt-bondage-evidence\"?",
          ":4:22: error: \"debt-bondage-evidence\" does not say what the issue did", ":5:22: error: There is no paragraph \"facts-2\"",
          ":6:11: error: There is no country \"XX\".", ":7:15: error: <crime-type> cannot be \"theft\".",
          ":8:1: error: This row has 9 cells and the header 7.", ":9:1: error: The id \"good\" already belongs to the case in ",
          ":10:1: error: The id of a record cannot be \"Bad Id\".", ":11:1: error: This row does not say the language of its text.",
          ":12:13: error: The cell goes on here behind its closing quote.", ":13:12: error: This cell holds a control character"}) {
        INFO(line);
        CHECK(says(converted.out, line));
    }
    CHECK(desk.has("good"));
    CHECK(desk.has("good-2"));
    CHECK(std::distance(fs::directory_iterator(desk.to()), fs::directory_iterator()) == 2);
}

TEST_CASE("a file that is no table of cases gets one sentence", "[convert]") {
    const Desk desk;
    const std::vector<std::pair<std::string, std::string>> all{
        {"1,2\n3,4\n", ":1:1: error: The first line is not a header"},
        {"id;title;country\n1;2;3\n", "Say --separator semicolon."},
        {"sep=;\nid;title;country\n1;2;3\n", ":2:1: error: The first line names no column that is known; its cells seem to be"},
        {"\"id\";\"title\"\n\"1\";\"2\"\n", "Say --separator semicolon."},
        {"title,country,crime-types\nA,GB,other\n", ":1:1: error: The header has no column id."},
        {"title,country,crime-types\n", "The header has no column id."},
        {"id,country,crime-types\na,GB,other\n", ":1:1: error: The header has no column title."},
        {"id,title,country\na,A,GB\n", "say --crime-type"},
        {"id,title,crime-types\na,A,other\n", "say --country"},
        {"id,title,country,crime-types,ID\na,A,GB,other,b\n", ":1:30: error: The column id stands in the header twice."},
        {"id,title,country,crime-types,facts@fr,facts@FR\na,A,GB,other,b,c\n", "The column facts@fr stands in the header twice."},
        {"id,title,country,crime-types\na,“A, B”,GB,other\n", "Write straight quotes (\")"},
        {"id,title,country,crime-types\n", "There is a header and no row below it."},
        {"id,title,country,crime-types\na,\xE9,GB,other\n", ":2:3: error: This byte is not UTF-8."},
        {"", "The file is empty. Write a header and rows into it"}};
    for (const auto& [text, words] : all) {
        const auto converted = desk.csv(text);
        INFO(text << "\n" << converted.out);
        CHECK(converted.exit_code == 1);
        CHECK(says(converted.out, words));
        CHECK(says(converted.out, "0 records written"));
    }
}

TEST_CASE("a byte order mark, other line ends, other signs and spellings of the header are borne", "[convert]") {
    const Desk desk;
    CHECK(desk.csv("\xEF\xBB\xBFID,Title,Country,Crime types\r\nmark,A,GB,other\r\n").exit_code == 0);
    CHECK(desk.csv("id;title;COUNTRY;crime_types\nsemi;A;GB;\"other;fraud\"\n", {"--separator", "semicolon"}).exit_code == 0);
    CHECK(desk.csv("id\ttitle\tcountry\tcrime-types\ntabs\tA\tGB\tother", {"--separator", "tab"}).exit_code == 0);
    for (const std::string id : {"mark", "semi", "tabs"}) CHECK(desk.has(id));
    CHECK(says(content(desk.to() + "/semi.xml"), "<crime-type source=\"cataloguer\">fraud</crime-type>"));
}

TEST_CASE("a record file that is there already is only replaced by force", "[convert]") {
    const Desk desk;
    const auto row = [](const std::string& title) { return header + "a,en," + title + ",GB,other,f,\n"; };
    REQUIRE(desk.csv(row("First")).exit_code == 0);
    CHECK(says(desk.csv(row("First")).out, "0 records written to " + desk.to() + ", 1 there already and the same, 0 rejected."));
    const auto second = desk.csv(row("Second"));
    CHECK(second.exit_code == 1);
    CHECK(says(second.out, "is there already, with another content. Say --force"));
    CHECK(says(content(desk.to() + "/a.xml"), "First"));
    const auto dry = desk.csv(row("Second"), {"--dry-run"});
    CHECK(dry.exit_code == 1);
    CHECK(says(dry.out, "is there already, with another content. Say --force"));
    CHECK(says(dry.out, "0 records would be written to " + desk.to() + ", 1 rejected."));
    CHECK(says(desk.csv(row("Second"), {"--dry-run", "--force"}).out, "1 record would be written"));
    CHECK(says(desk.csv(row("First"), {"--dry-run"}).out, "0 records would be written to " + desk.to() + ", 1 there already and the same"));
    CHECK(says(content(desk.to() + "/a.xml"), "First"));
    CHECK(desk.csv(row("Second"), {"--force"}).exit_code == 0);
    CHECK(says(content(desk.to() + "/a.xml"), "Second"));
    CHECK(std::distance(fs::directory_iterator(desk.to()), fs::directory_iterator()) == 1);
}

TEST_CASE("a dry run makes no directory, and says of the place what the conversion would say", "[convert]") {
    const Desk desk;
    const auto text = header + "a,en,A,GB,other,f,\n";
    CHECK(says(desk.csv(text, {"--dry-run"}).out, "1 record would be written to " + desk.to()));
    CHECK_FALSE(fs::exists(desk.to()));
    desk.write("records", "a file");
    for (const auto& more : {std::vector<std::string>{}, {"--dry-run"}}) {
        const auto refused = desk.csv(text, more);
        CHECK(refused.exit_code == 2);
        CHECK(says(refused.err, "A file stands where a directory is needed."));
    }
}

TEST_CASE("a directory in the place of a record is told in a sentence", "[convert]") {
    const Desk desk;
    desk.write("records/a.xml/b.xml", "");
    for (const auto& more : {std::vector<std::string>{}, {"--dry-run"}, {"--force"}}) {
        const auto converted = desk.csv(header + "a,en,A,GB,other,f,\n", more);
        INFO(converted.out << converted.err);
        CHECK(converted.exit_code == 1);
        CHECK(says(converted.out, "cases.csv:2:1: error: There is a directory called " + desk.to() + "/a.xml, where the record should"));
    }
}

TEST_CASE("--config says how grave a finding in a converted record is", "[convert]") {
    const Desk desk;
    const auto text = header + "a,en,A,GB,other,The victim was born on 3 May 1994.,\n";
    desk.write("strict.toml", "[identity-lint]\nbirth-date = \"error\"\n");
    const auto refused = desk.csv(text, {"--config", desk.path("strict.toml")});
    CHECK(refused.exit_code == 1);
    CHECK(says(refused.out, ":2:17: error: This seems to be a full date of birth"));
    CHECK_FALSE(desk.has("a"));
    CHECK(desk.csv(text, {"--config", desk.path("none.toml")}).exit_code == 2);
    CHECK(says(desk.csv(text).out, "warning: This seems to be a full date of birth"));
    CHECK(desk.has("a"));
}

TEST_CASE("a directory of judgments is converted file by file, past the bad ones", "[convert]") {
    const Desk desk;
    desk.write("in/good.xml", content(samples + "judgment.akn.xml"));
    desk.write("in/bad.xml", "<a/>");
    const auto converted = desk({"convert", "--from", "akn", "--to", desk.to(), "--crime-type", "fraud", desk.path("in")});
    CHECK(converted.exit_code == 1);
    CHECK(says(converted.out, "1 record written to " + desk.to() + ", 1 rejected."));
    CHECK(desk({"convert", "--from", "akn", "--to", desk.to(), "--crime-type", "fraud", "--leave-out", "img/@src", "--leave-out",
                "FRBRthis/@value", "-"},
               content(samples + "judgment.akn.xml"))
              .exit_code == 0);
}

TEST_CASE("a file to which several paths lead is converted once", "[convert]") {
    const Desk desk;
    desk.write("in/good.xml", content(samples + "judgment.akn.xml"));
    const auto akn = desk({"convert", "--from", "akn", "--to", desk.to(), "--crime-type", "fraud", desk.path("in/good.xml"),
                           desk.path("in"), desk.path("in/../in")});
    INFO(akn.out);
    CHECK(says(akn.out, "1 record written to " + desk.to() + ", 0 rejected."));
    CHECK_FALSE(says(akn.out, "error"));
    const auto csv = desk.csv(header + "a,en,A,GB,other,f,\n", {desk.path("./cases.csv")});
    CHECK(csv.exit_code == 0);
    CHECK(says(csv.out, "1 record written to " + desk.to() + ", 0 rejected."));
}

TEST_CASE("a path that leads nowhere is told and counted, and the others are converted", "[convert]") {
    const Desk desk;
    const auto akn = desk.akn({desk.path("none.xml")});
    INFO(akn.out);
    CHECK(akn.exit_code == 1);
    CHECK(says(akn.out, "none.xml: error: There is no such file or directory."));
    CHECK(says(akn.out, "1 record written to " + desk.to() + ", 1 rejected."));
}

TEST_CASE("--json says every piece that is not carried over", "[convert]") {
    const Desk desk;
    const auto answer = json::parse(desk.akn({"--json"}).out);
    CHECK(answer.at("records").as_array().size() == 1);
    CHECK(answer.at("records").at(0).at("id") == "xyca-crim-2021-7");
    CHECK(answer.at("not_carried").at("pieces") == 3);
    CHECK(answer.at("unmapped").as_array().size() == 3);
    CHECK(answer.at("unmapped").at(1).at("what") == "img/@src");
    CHECK(answer.at("unmapped").at(1).at("line") == 173);
    CHECK(answer.at("rejected") == 0);
}

TEST_CASE("convert describes its formats and refuses what makes no sense", "[convert]") {
    const Desk desk;
    CHECK(says(desk({"convert", "--describe", "csv"}).out, "evidential-issues [;]"));
    CHECK(says(desk({"convert", "--describe", "akn"}).out, "FRBRname"));
    const std::vector<std::vector<std::string>> wrong{{},
                                                      {"--from", "doc", "--to", desk.to(), "x"},
                                                      {"--from", "csv", "x"},
                                                      {"--from", "csv", "--to", desk.to()},
                                                      {"--from", "csv", "--to", desk.to(), desk.path("none.csv")},
                                                      {"--from", "csv", "--to", desk.to(), "--country", "ZZ", "x"},
                                                      {"--from", "csv", "--to", desk.to(), "--crime-type", "theft", "x"},
                                                      {"--from", "csv", "--to", desk.to(), "--id", "a", "x"},
                                                      {"--describe", "word"}};
    for (auto arguments : wrong) {
        arguments.insert(arguments.begin(), "convert");
        const auto finished = desk(arguments);
        INFO(arguments.back() << ": " << finished.err << finished.out);
        CHECK(finished.exit_code == 2);
        CHECK_FALSE((finished.err + finished.out).empty());
    }
}

}  // namespace palermo::test
