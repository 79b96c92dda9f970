// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_reader.hpp"
#include "indexer/convert/csv_columns.hpp"
#include "indexer/convert/csv_converter.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace palermo::test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

SourceText file(std::string text) { return {"cases.csv", std::move(text)}; }

Rows words_of(const CsvTable& table) {
    Rows rows;
    for (const auto& row : table.rows) {
        rows.emplace_back();
        for (const auto& cell : row.cells) rows.back().push_back(cell.words);
    }
    return rows;
}

Rows read(const std::string& text, char separator = ',') { return words_of(read_csv(file(text), separator)); }

}  // namespace

TEST_CASE("cells are read as RFC 4180 has them", "[convert]") {
    CHECK(read("a,b\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(read("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(read("\"a,1\",\"say \"\"so\"\"\"\n") == Rows{{"a,1", "say \"so\""}});
    CHECK(read("\"one\r\n\r\ntwo\",b\n") == Rows{{"one\r\n\r\ntwo", "b"}});
    CHECK(read(",\n\"\",x\n") == Rows{{"", ""}, {"", "x"}});
    CHECK(read("a\n\n \nb\n") == Rows{{"a"}, {"b"}});
    CHECK(read(" a , b c \n") == Rows{{"a", "b c"}});
    CHECK(read("a;\"b;c\"\n", ';') == Rows{{"a", "b;c"}});
    CHECK(read("\tb\tc\n", '\t') == Rows{{"", "b", "c"}});
    CHECK(read("é,日本\n") == Rows{{"é", "日本"}});
    CHECK(read("").empty());
    CHECK(read("sep=;\r\na;b\r\n", ';') == Rows{{"a", "b"}});
    CHECK(read("sep=ab\nc\n") == Rows{{"sep=ab"}, {"c"}});
}

TEST_CASE("every cell knows its line and column, counted in characters", "[convert]") {
    const auto source = file("id,title\n\n\"é\",\"two\nlines\",x\nb,c\n");
    const auto table = read_csv(source, ',');
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].cells[0].place == Place{.file = "cases.csv", .line = 3, .column = 1});
    CHECK(table.rows[1].cells[1].place == Place{.file = "cases.csv", .line = 3, .column = 5});
    CHECK(table.rows[1].cells[2].place == Place{.file = "cases.csv", .line = 4, .column = 8});
    CHECK(table.rows[2].place == Place{.file = "cases.csv", .line = 5, .column = 1});
}

TEST_CASE("a row with broken quotes costs itself, not the rows behind it", "[convert]") {
    struct Broken {
        std::string row;
        Place place;
        std::string words;
    };
    const std::vector<Broken> all{
        {"1,a\"b", {.file = "cases.csv", .line = 2, .column = 4}, "a quote inside a cell"},
        {"1,\"a\"b", {.file = "cases.csv", .line = 2, .column = 6}, "behind its closing quote"},
        {"1,\"a", {.file = "cases.csv", .line = 2, .column = 3}, "never closed"},
    };
    for (const auto& [row, place, words] : all) {
        const auto table = read_csv(file("id,title\n" + row + "\n2,b\n3,c\n"), ',');
        INFO(row);
        CHECK(words_of(table) == Rows{{"id", "title"}, {"2", "b"}, {"3", "c"}});
        REQUIRE(table.broken.size() == 1);
        CHECK(table.broken.front().place == place);
        CHECK(table.broken.front().message.find(words) != std::string::npos);
        CHECK(table.broken.front().mend.find("Line 2 was left out.") != std::string::npos);
    }
}

TEST_CASE("the further lines of a cell whose quotes are broken do not become rows", "[convert]") {
    const auto table = read_csv(file("id,title\n1,\"He said \"no\".\n\nShe, too, said no.\"\n2,b\n"), ',');
    CHECK(words_of(table) == Rows{{"id", "title"}, {"2", "b"}});
    REQUIRE(table.broken.size() == 1);
    CHECK(table.broken.front().mend.find("Lines 2 to 4 were left out.") != std::string::npos);
}

TEST_CASE("names in quotes with another sign between them lead to that sign", "[convert]") {
    for (const auto& [sign, name] : csv_separators) {
        const auto told = sign == ',' ? ';' : ',';
        const auto table = read_csv(file(std::string("\"id\"") + sign + "\"title\"\n\"a\"" + sign + "\"b\"\n"), told);
        INFO(name);
        REQUIRE(table.broken.size() == 1);
        CHECK(table.broken.front().mend.starts_with("Say --separator " + std::string(name) + '.'));
    }
    // Below the header it is a slip of the pen.
    CHECK(read_csv(file("id,title\n\"a\";,b\n"), ',').broken.front().mend.starts_with("Write each quote"));
}

TEST_CASE("a file of nothing but broken quotes is read in a moment", "[convert]") {
    std::string text = "id,title\n";
    for (int i = 0; i < 20'000; ++i) text += "1,\"\"\"\n";
    text += "1,\"";
    const auto table = read_csv(file(text), ',');
    CHECK_FALSE(table.broken.empty());
}

TEST_CASE("the space of spreadsheets that breaks no line is white space around values and in names", "[convert]") {
    const auto conversion = convert_csv(
        file("\xC2\xA0id,lang,Crime\xC2\xA0types,title,country,facts\nx\xC2\xA0,en,other,R\xC2\xA0v Doe,GB,\xC2\xA0\n\xC2\xA0,,,,,\n"), {});
    CHECK(conversion.findings.empty());
    REQUIRE(conversion.drafts.size() == 1);
    CHECK(conversion.drafts.front().id.words == "x");
    CHECK(conversion.drafts.front().title.words == "R v Doe");
    CHECK(conversion.drafts.front().texts.empty());
}

TEST_CASE("the space that breaks no line stands inside prose and at none of its ends", "[convert]") {
    const auto conversion = convert_csv(file("id,lang,title,country,crime-types,facts\nx,en,T,GB,other,\"\xC2\xA0 5\xC2\xA0years, \n "
                                             "\xC2\xA0 he said\xC2\xA0 \n\xC2\xA0\nb\"\n"),
                                        {});
    CHECK(conversion.findings.empty());
    REQUIRE(conversion.drafts.size() == 1);
    const auto& said = conversion.drafts.front().texts.front().paragraphs;
    REQUIRE(said.size() == 2);
    CHECK(said[0].text.words == "5\xC2\xA0years, he said");
    CHECK(said[1].text.words == "b");
}

TEST_CASE("an address that the sign between values has divided is refused, and one whose sign is marked is not", "[convert]") {
    const auto sources = [](const std::string& cell) {
        return convert_csv(file("id,title,country,crime-types,sources\nx,T,GB,other,\"" + cell + "\"\n"), {});
    };
    for (const std::string torn :
         {"See <https://c.example/?a=1;b=2>", "https://c.example/x;session=1", "https://c.example/x;jsession", "2>"}) {
        INFO(torn);
        const auto conversion = sources(torn);
        CHECK(conversion.refused == 1);
        REQUIRE(conversion.findings.size() == 1);
        CHECK(conversion.findings.front().mend.starts_with("Write a ; inside an address as \\;,"));
    }
    for (const std::string whole :
         {"See <https://c.example/?a=1\\;b=2>; Law reports", "https://c.example/x\\;session=1; https://d.example/?a=b",
          "https://c.example/x\\;jsession; Law reports", "https://c.example/x\\;y; https://d.example/"}) {
        INFO(whole);
        const auto conversion = sources(whole);
        CHECK(conversion.findings.empty());
        REQUIRE(conversion.drafts.size() == 1);
        CHECK(conversion.drafts.front().sources.size() == 2);
        CHECK(conversion.drafts.front().sources.front().href.find(';') != std::string::npos);
    }
}

TEST_CASE("the example of every column is read by that column", "[convert]") {
    // Columns that lean on another one, with what they need beside them.
    const std::string beside = ",Crown Court,convicted";
    for (const auto& column : csv_columns()) {
        const std::string name(column.name);
        std::string quoted;
        for (const char c : column.example) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        const bool is_given = name == "id" || name == "lang" || name == "title" || name == "country" || name == "crime-types" ||
                              name == "court" || name == "outcome";
        const auto text =
            is_given ? "id,lang,title,country,crime-types,court,outcome\nx,en,T,GB,other,C,convicted\n"
                     : "id,lang,title,country,crime-types,court,outcome," + name + "\nx,en,T,GB,other" + beside + ",\"" + quoted + "\"\n";
        const auto conversion = convert_csv(file(text), {});
        INFO(name << " = " << column.example);
        for (const auto& finding : conversion.findings) INFO(format(finding));
        CHECK(conversion.drafts.size() == 1);
        CHECK(conversion.findings.empty());
        CHECK(conversion.unmapped.empty());
        CHECK(describe_csv().find('\n' + name) != std::string::npos);
    }
}

}  // namespace palermo::test
