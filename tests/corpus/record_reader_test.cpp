// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_reader.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {
namespace {

CaseRecord complete() {
    const auto source = open_source(PALERMO_SOURCE_DIR "/tests/corpus/records/complete.xml");
    REQUIRE(source.has_value());
    auto record = read_record(*source);
    REQUIRE(record.has_value());
    return std::move(*record);
}

Diagnostic error_of(const std::string& xml) {
    const auto record = read_record(SourceText("x.xml", xml));
    INFO(xml);
    REQUIRE(record.has_error());
    return record.error();
}

}  // namespace

TEST_CASE("every element of the format is read", "[corpus][reader]") {
    const auto record = complete();
    CHECK(record.id == "test-complete");
    CHECK_FALSE(record.restricted);
    CHECK(record.title == LocalText{"en", "The State v. Doe and Example Labour Ltd"});
    REQUIRE(record.identifiers.size() == 5);
    CHECK(record.identifiers[2].scheme == "neutral-citation");
    CHECK(record.jurisdiction.code() == "NL");
    CHECK(record.crime_types.size() == 2);
    CHECK(record.origin == std::vector<std::string>{"PH"});
    CHECK(record.transit == std::vector<std::string>{"TR"});
    CHECK(record.destination == std::vector<std::string>{"NL"});
    REQUIRE(record.proceedings.size() == 2);
    CHECK(record.proceedings[0].decided->to_string() == "2018-05");
    CHECK(record.proceedings[1].outcome->code == "acquitted");
    CHECK(latest_with_outcome(record) == &record.proceedings[1]);
}

TEST_CASE("persons, charges and sentences are read", "[corpus][reader]") {
    const auto record = complete();
    REQUIRE(record.persons.size() == 3);
    CHECK(record.persons[0].name == "J. Doe");
    CHECK(record.persons[2].role == PersonRole::victim);
    CHECK(record.persons[2].count == 4);
    CHECK(record.persons[2].minor == true);
    REQUIRE(record.charges.size() == 2);
    CHECK(record.charges[0].defendants == std::vector<std::string>{"d1", "d2"});
    CHECK(record.charges[1].defendants.empty());
    REQUIRE(record.charges[0].sentence);
    CHECK(record.charges[0].sentence->months == 60);
    CHECK(record.charges[0].sentence->suspended_months == 12);
    CHECK(record.charges[0].sentence->fine->amount == "5000.00");
    CHECK(record.charges[0].sentence->compensation->currency == "EUR");
}

TEST_CASE("texts, tags and where they come from are read", "[corpus][reader]") {
    const auto record = complete();
    REQUIRE(record.texts.size() == 5);
    CHECK(record.texts[0].paragraphs[1].number == "2");
    CHECK(record.texts[1].lang == "es");
    CHECK(record.legal_concepts[0].paragraphs == std::vector<std::string>{"facts-1", "hechos-1"});
    CHECK(record.evidential_issues[0].role == "weakened");
    CHECK(record.evidential_issues[0].section == "3.3.6");
    CHECK(record.keywords[1].source == "sherloc-badge");
    CHECK(record.later_history[0].effect == "upheld");
    CHECK(record.sources[1].href.empty());
    CHECK(record.attachments[0].media_type == "application/pdf");
    CHECK(record.provenance.notes.size() == 1);
}

TEST_CASE("any prefix bound to our namespace will do, and no other namespace", "[corpus][reader]") {
    const auto prefixed = read_record(SourceText("x", "<c:case xmlns:c='urn:palermo:case-record:1' id='a'><c:title>T</c:title></c:case>"));
    REQUIRE(prefixed.has_value());
    CHECK(prefixed->title.text == "T");
    CHECK(error_of("<case id='a'/>").message.find("not a case record") != std::string::npos);
    CHECK(error_of("<other xmlns='urn:palermo:case-record:1'/>").message.find("not a case record") != std::string::npos);
    CHECK(error_of("<case xmlns='urn:palermo:case-record:2'/>").place == Place{"x.xml", 1, 1});
}

TEST_CASE("broken XML and document types are refused with their place", "[corpus][reader]") {
    CHECK(error_of("<case>\n<title></case>").place.line == 2);
    CHECK(error_of("not xml at all").message.find("no XML") != std::string::npos);
    const auto bomb = error_of(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE case [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>\n<case "
        "xmlns='urn:palermo:case-record:1'>&b;</case>");
    CHECK(bomb.message.find("no document type") != std::string::npos);
    CHECK(bomb.place == Place{"x.xml", 2, 1});
}

TEST_CASE("depth is no danger", "[corpus][reader]") {
    std::string deep = "<case xmlns='urn:palermo:case-record:1'>";
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    (void)read_record(SourceText("x", deep));
    for (int i = 0; i < 100'000; ++i) deep += "</a>";
    CHECK(read_record(SourceText("x", deep + "</case>")).has_value());
}

}  // namespace palermo::test
