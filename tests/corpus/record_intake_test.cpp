// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_intake.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {
namespace {

const RecordIntake& intake() {
    static const auto opened = RecordIntake::open(PALERMO_SOURCE_DIR "/schemas");
    REQUIRE(opened.has_value());
    return *opened;
}

std::string complete_xml() { return open_source(PALERMO_SOURCE_DIR "/tests/corpus/records/complete.xml")->text(); }

/// complete.xml with one thing replaced.
std::string with(const std::string& what, const std::string& by) {
    auto xml = complete_xml();
    const auto found = xml.find(what);
    REQUIRE(found != std::string::npos);
    return xml.replace(found, what.size(), by);
}

CheckedRecord take(const std::string& xml) { return intake().take(SourceText("x.xml", xml)); }

/// The one finding of a record that is rejected; in our words, with a place and a mend.
Diagnostic only_finding(const std::string& xml) {
    const auto checked = take(xml);
    for (const auto& diagnostic : checked.diagnostics) UNSCOPED_INFO(format(diagnostic));
    CHECK_FALSE(checked.record.has_value());
    REQUIRE(checked.diagnostics.size() == 1);
    const auto& finding = checked.diagnostics.front();
    CHECK(finding.place.file == "x.xml");
    CHECK(finding.place.line > 0);
    CHECK(finding.place.column > 0);
    CHECK(finding.message.ends_with('.'));
    CHECK_FALSE(finding.mend.empty());
    for (const auto* foreign : {"{urn:", "[facet", "atomic type", "Element '", "cvc-"})
        CHECK(format(finding).find(foreign) == std::string::npos);
    return finding;
}

int line_of(const std::string& what) {
    const auto xml = complete_xml();
    return static_cast<int>(std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(xml.find(what)), '\n')) + 1;
}

}  // namespace

TEST_CASE("a record that is in order passes without a word", "[corpus][intake]") {
    const auto checked = take(complete_xml());
    for (const auto& diagnostic : checked.diagnostics) UNSCOPED_INFO(format(diagnostic));
    CHECK(checked.record.has_value());
    CHECK(checked.diagnostics.empty());
}

TEST_CASE("a wrong concept id is told with its place and the nearest one", "[corpus][intake]") {
    const auto slip = only_finding(with("ref=\"debt-bondage\"", "ref=\"debt-bondag\""));
    CHECK(slip.message == "There is no legal-concept \"debt-bondag\".");
    CHECK(slip.mend == "Did you mean \"debt-bondage\"?");
    CHECK(slip.place.line == line_of("ref=\"debt-bondage\""));
    CHECK(only_finding(with("ref=\"debt-bondage\"", "ref=\"failure-to-escape\"")).mend.find("It is one of the evidential-issues") !=
          std::string::npos);
    CHECK(only_finding(with("ref=\"debt-bondage\"", "ref=\"zzzzzzzzzzzzzzzzzzzzzzzz\"")).mend.find("schemas/legal-concepts.rdf") !=
          std::string::npos);
}

TEST_CASE("references that lead nowhere are told", "[corpus][intake]") {
    CHECK(only_finding(with("paragraphs=\"facts-2 reasoning-1\"", "paragraphs=\"facts-2 reasoning-9\"")).message ==
          "There is no paragraph \"reasoning-9\" in this record.");
    CHECK(only_finding(with("defendants=\"d1 d2\"", "defendants=\"d1 v1\"")).message == "There is no defendant \"v1\" in this record.");
    CHECK(only_finding(with("proceeding=\"trial\"", "proceeding=\"tril\"")).message == "There is no proceeding \"tril\" in this record.");
    CHECK(only_finding(with("<p id=\"commentary-1\">", "<p id=\"reasoning-1\">")).message.find("twice") != std::string::npos);
}

TEST_CASE("dates and countries that do not exist are told", "[corpus][intake]") {
    const auto date = only_finding(with("<decided>2019-03-19", "<decided>2019-02-30"));
    CHECK(date.message == "The date \"2019-02-30\" does not exist.");
    CHECK(date.place.line == line_of("<decided>2019-03-19"));
    CHECK(only_finding(with("<decided>2018-05<", "<decided>May 2018<")).message.find("<decided>") != std::string::npos);
    CHECK(only_finding(with("<origin country=\"PH\"", "<origin country=\"XX\"")).message == "There is no country \"XX\".");
    CHECK(
        only_finding(with("<jurisdiction country=\"NL\"/>", "<jurisdiction/>")).message.find("either a country or an international body") !=
        std::string::npos);
}

TEST_CASE("decisions out of order are a warning, and the record passes", "[corpus][intake]") {
    const auto checked = take(with("<decided>2019-03-19", "<decided>2001-03-19"));
    REQUIRE(checked.diagnostics.size() == 1);
    CHECK(checked.diagnostics.front().severity == Severity::warning);
    CHECK(checked.record.has_value());
}

TEST_CASE("control characters that Windows-1252 left behind are a warning with the place of the first", "[corpus][intake]") {
    const auto checked = take(with("<decided>2019-03-19", "<!-- \xC2\xAB \xC2\x93quoted\xC2\x94 --><decided>2019-03-19"));
    REQUIRE(checked.diagnostics.size() == 1);
    const auto& finding = checked.diagnostics.front();
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.place.line == line_of("<decided>2019-03-19"));
    CHECK(finding.message.find("<U+0093>, a control character that nobody sees, and 1 more behind it") != std::string::npos);
    CHECK(finding.mend.find("windows-1252") != std::string::npos);
    CHECK(checked.record.has_value());
}

TEST_CASE("what the schema demands is told in our words", "[corpus][intake]") {
    CHECK(only_finding(with("code=\"acquitted\"", "code=\"aquitted\"")).message ==
          "The attribute code of <outcome> cannot be \"aquitted\".");
    CHECK(only_finding(with("code=\"acquitted\"", "code=\"aquitted\"")).mend.find("acquitted") != std::string::npos);
    CHECK(only_finding(with("<jurisdiction country=\"NL\"/>", "")).message == "<crime-types> may not stand here.");
    CHECK(only_finding(with(" role=\"weakened\"", "")).message == "<evidential-issue> lacks the attribute role.");
    CHECK(only_finding(with("<age>41</age>", "<age>41</age><shoe>44</shoe>")).message == "<shoe> may not stand here.");
    CHECK(only_finding(with("<identifiers>", "<identifiers>loose text")).message.find("holds text") != std::string::npos);
    CHECK(only_finding(with("id=\"d1\"", "id=\"d1\" shoe=\"44\"")).message == "<defendant> has no attribute shoe.");
    CHECK(only_finding(with("months=\"60\"", "months=\"sixty\"")).message.find("sixty") != std::string::npos);
    CHECK(only_finding(with("country=\"TR\"", "country=\"Turkey\"")).message.find("Turkey") != std::string::npos);
    CHECK(only_finding(with("version=\"1.1\" id", "version=\"7\" id")).message.find("version") != std::string::npos);
}

TEST_CASE("the mend of a wrong value says what to write instead", "[corpus][intake]") {
    CHECK(only_finding(with("<decided>2018-05<", "<decided>19 March 2018<")).mend ==
          "Write a date as precise as the source has it: 2021, 2021-03 or 2021-03-19.");
    CHECK(only_finding(with("country=\"NL\"/>", "country=\"nl\"/>")).mend == "Write the two capital letters of ISO 3166-1, such as NL.");
    CHECK(only_finding(with("months=\"60\"", "months=\"sixty\"")).mend.find("a number of months") != std::string::npos);
    const auto label = only_finding(with("ref=\"debt-bondage\"", "ref=\"Debt bondage\""));
    CHECK(label.message == "The attribute ref of <legal-concept> cannot be \"Debt bondage\".");
    CHECK(label.mend.find("letters, digits, dots and hyphens") != std::string::npos);
    const auto language = only_finding(with("xml:lang=\"en\"", "xml:lang=\"english language\""));
    CHECK(language.message.starts_with("The attribute xml:lang of <"));
    CHECK(language.mend == "Write the tag of a language, such as en or zh-Hans.");
    CHECK(only_finding(with("code=\"acquitted\"", "code=\"judge's order\"")).message ==
          "The attribute code of <outcome> cannot be \"judge's order\".");
}

TEST_CASE("a value of any length is told in a sentence that can be read", "[corpus][intake]") {
    for (const std::size_t size : {std::size_t{100}, std::size_t{10'000}, std::size_t{65'000}, std::size_t{1'000'000}}) {
        const std::string huge(size, 'a');
        for (const std::string attribute : {"ref=\"debt-bondage\"", "code=\"acquitted\"", "country=\"TR\"", "version=\"1.1\""}) {
            INFO(size << " letters instead of " << attribute);
            const auto finding = only_finding(with(attribute, attribute.substr(0, attribute.find('"') + 1) + huge + '"'));
            CHECK(format(finding).size() < 700);
        }
        CHECK(format(only_finding(with("<age>41</age>", "<" + huge + "/>"))).size() < 700);
    }
    CHECK(only_finding(with("ref=\"debt-bondage\"", "ref=\"" + std::string(70, 'a') + '"')).message ==
          "The attribute ref of <legal-concept> has 70 characters.");
}

TEST_CASE("a victim cannot be given a name", "[corpus][intake]") {
    CHECK(only_finding(with("<age>15 to 17</age>", "<name>Somebody</name>")).message == "<name> may not stand here.");
}

TEST_CASE("text that is no record gives one sentence", "[corpus][intake]") {
    CHECK(only_finding("<case").message == "The file ends inside a tag.");
    CHECK(only_finding("hello").message.find("This is no XML") != std::string::npos);
    const auto slip = only_finding(with("</title>", "</tittle>"));
    CHECK(slip.message == "This closes another element than the one that is open, <title>, opened on line 4.");
    CHECK(slip.place.line == 4);
    const auto control = only_finding(with("convicted\">", "convicted\">\x01"));
    CHECK(control.message == "Here stands <U+0001>, a character that XML cannot hold.");
    CHECK(control.place.line == line_of("code=\"convicted\""));
    CHECK(only_finding("<html><body/></html>").message.find("outermost") != std::string::npos);
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE case [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i)
        bomb += "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i - 1) + ";&a" + std::to_string(i - 1) + ";\">";
    CHECK(only_finding(bomb + "]><case xmlns=\"urn:palermo:case-record:1\">&a29;</case>").message.find("no document type") !=
          std::string::npos);
    CHECK(only_finding("<!DOCTYPE case SYSTEM \"file:///etc/passwd\"><case/>").message.find("no document type") != std::string::npos);
}

TEST_CASE("a record full of mistakes is told the first and the number of the rest", "[corpus][intake]") {
    std::string many;
    for (int i = 0; i < 100; ++i) many += "<defendant id=\"x" + std::to_string(i) + "\" kind=\"robot\"/>\n";
    const auto checked = take(with("<defendant id=\"d1\"", many + "<defendant id=\"d1\""));
    CHECK(checked.diagnostics.size() <= max_schema_findings + 1);
    CHECK(checked.diagnostics.back().message.find("more findings") != std::string::npos);
}

TEST_CASE("an id belongs to the file that had it first", "[corpus][intake]") {
    SeenIds seen;
    const SourceText first("a.xml", complete_xml());
    const SourceText second("b.xml", complete_xml());
    const auto record = *take(complete_xml()).record;
    CHECK_FALSE(seen.add(record.id, first.place_at(0)));
    const auto twice = seen.add(record.id, second.place_at(0));
    REQUIRE(twice);
    CHECK(twice->message.find("a.xml") != std::string::npos);
    CHECK(twice->place.file == "b.xml");
}

TEST_CASE("a directory without schemas is told", "[corpus][intake]") {
    const auto opened = RecordIntake::open("/nowhere");
    REQUIRE(opened.has_error());
    CHECK(opened.error().mend.find("--schemas") != std::string::npos);
}

}  // namespace palermo::test
