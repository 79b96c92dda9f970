// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/xml_fault.hpp"

#include "corpus/unfit_character.hpp"
#include "tests/support/catch.hpp"

#include <ctime>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

struct Broken {
    std::string xml;
    std::string place;    ///< line and column
    std::string message;  ///< words of it
    std::string mend;
};

const std::vector<Broken>& all_broken() {
    static const std::vector<Broken> table{
        {"<a>\n<b/></a>\nmore", "3:1", "nothing may follow it", "a file of its own"},
        {"<a/><b/>", "1:5", "nothing may follow it", "a file of its own"},
        {"hello", "1:1", "This is no XML", "Save it as XML"},
        {"<!-- only -->", "1:14", "the outermost element should begin here", "outermost element"},
        {"\n<?xml version=\"1.0\"?><a/>", "2:1", "not at the very beginning", "empty lines too"},
        {"<?xml encoding=\"UTF-8\"?><a/>", "1:7", "The first line", "Write <?xml version=\"1.0\""},
        {"<?xml version=1.0?><a/>", "1:15", "The first line", "Write <?xml version=\"1.0\""},
        {"<a>é one\x01two\x02</a>", "1:9", "<U+0001>, a character that XML cannot hold, and 1 more", "Remove it"},
        {"<a b=\"c\x1F\"/>", "1:8", "<U+001F>, a character that XML cannot hold.", "Remove it"},
        {"<a>x\xEF\xBF\xBF</a>", "1:5", "<U+FFFF>", "Remove it"},
        {"<a/>\x1A", "1:5", "<U+001A>", "Remove it"},
        {"<a>é &#1; x</a>", "1:6", "stands for a character that XML cannot hold", "from the & to the ;"},
        {"<a>&#xZZ;</a>", "1:4", "The number of a character", "&#233;"},
        {"<a>é x&nbsp;y</a>", "1:7", "XML has no character called \"&nbsp;\".", "the character itself"},
        {"<a b=\"&eacute;\"/>", "1:7", "XML has no character called \"&eacute;\".", "the character itself"},
        {"<a>Smith & Co</a>", "1:10", "A & stands here", "&amp;"},
        {"<a>AT&T</a>", "1:6", "A & stands here", "&amp;"},
        {"<a>é: 1 < 2</a>", "1:9", "A < stands here that begins no tag", "&lt;"},
        {"<!doctype html>\n<html/>", "1:1", "A <! stands here that begins no comment.", "Remove it to its >"},
        {"<a>é <!foo></a>", "1:6", "A <! stands here that begins no comment.", "<!-- and ends with -->"},
        {"</a>", "1:1", "This closes an element, and none is open.", "Remove it"},
        {"<a>x ]]> y</a>", "1:6", "]]>", "]]&gt;"},
        {"<a b=\"c\" b=\"d\"/>", "1:1", "The attribute b stands twice in this tag.", "Keep one"},
        {"<a>\n<b xml:lang=\"en\" xml:lang=\"fr\"/></a>", "2:1", "The attribute xml:lang stands twice in this tag.", "Keep one"},
        {"<a xmlns:r=\"urn:r\" xmlns:r=\"urn:r\"/>", "1:1", "The attribute xmlns:r stands twice in this tag.", "Keep one"},
        {"<a b=c/>", "1:6", "without straight quotes", "id=\"case-1\""},
        {"<a b=“c”/>", "1:6", "without straight quotes", "id=\"case-1\""},
        {"<a b c=\"d\"/>", "1:6", "The attribute b has no value.", "remove it"},
        {"<a b=\"c>text</a>", "1:13", "inside a value in quotes", "Close the quotes"},
        {"<a b=\"c", "1:8", "The file ends inside a value in quotes.", "Close the quotes"},
        {"<a b=\"c\"d=\"e\"/>", "1:9", "cannot stand in a tag", "Put a space"},
        {"<a b=\"c/ d=\"e\"/>", "1:13", "cannot stand in a tag", "mend the quotes"},
        {"<a><b>x</c></a>", "1:8", "the one that is open, <b>, opened on line 1.", "Write </b>"},
        {"<a>\n<b>x</b></b></a>", "2:9", "the one that is open, <a>, opened on line 1.", "remove it"},
        {"<a>\n<b>x</b>", "2:9", "The file ends, and <a>, opened on line 1, is still open.", "Write </a>"},
        {"<r:a xmlns:r=\"urn:r\">\n<r:b>x</r:c></r:a>", "2:7", "the one that is open, <r:b>, opened on line 2.", "Write </r:b>"},
        {"<r:a xmlns:r=\"urn:r\">\n<r:b>x</r:b>", "2:13", "<r:a>, opened on line 1, is still open.", "Write </r:a>"},
        {"<r:a>x</r:b>", "1:7", "the one that is open, <r:a>, opened on line 1.", "Write </r:a>"},
        {"<a><b", "1:6", "The file ends inside a tag.", "cut off"},
        {"<a>x<!-- y</a>", "1:5", "The comment that begins here", "-->"},
        {"<a>x<![CDATA[ y</a>", "1:5", "The <![CDATA[ that begins here", "]]>"},
        {"\n<!DOCTYPE a [<!ENTITY b \"<x>\">]>\n<a>&b;</a>", "2:1", "An entity declared here holds", "Remove the <!DOCTYPE ...>"},
        {"<!DOCTYPE a [<!ENTITY b \"&c;\"><!ENTITY c \"x &#38; y\">]>\n<a>&b;</a>", "1:1", "An entity declared here",
         "the characters themselves"},
        {"<!DOCTYPE a [<!ENTITY b \"x &#60; y\">]>\n<a c=\"&b;\"/>", "1:1", "An entity declared here", "the characters themselves"},
        {"<!DOCTYPE a [<!ENTITY b \"&b;\">]>\n<a>&b;</a>", "1:1", "An entity declared here", "the characters themselves"},
        {"<!DOCTYPE a [<!ENTITY b \"x\">]>\n<a>&b; &c;</a>", "2:8", "XML has no character called \"&c;\".", "the character itself"},
        {"<a><!-- x -- y --></a>", "1:11", "Two hyphens", "space between"},
    };
    return table;
}

}  // namespace

TEST_CASE("each way of not being XML has its own sentence, its place and its mend", "[corpus][xml]") {
    for (const auto& [xml, place, message, mend] : all_broken()) {
        INFO(xml);
        const auto fault = xml_fault(SourceText("x.xml", xml));
        REQUIRE(fault.has_value());
        INFO(format(*fault));
        CHECK(fault->severity == Severity::error);
        CHECK(format(*fault).starts_with("x.xml:" + place + ": error: "));
        CHECK(fault->message.find(message) != std::string::npos);
        CHECK(fault->message.ends_with('.'));
        CHECK(fault->mend.find(mend) != std::string::npos);
        for (const auto* foreign : {"PCDATA", "EntityRef", "Premature", "mismatch", "expected", "StartTag"})
            CHECK(format(*fault).find(foreign) == std::string::npos);
    }
}

TEST_CASE("what is told is the first thing that is wrong, and not what follows from it", "[corpus][xml]") {
    const auto fault = xml_fault(SourceText("x.xml", "<a>\n&nbsp;\n<b>x</c>\n</a>"));
    REQUIRE(fault.has_value());
    CHECK(fault->place == Place{.file = "x.xml", .line = 2, .column = 1});
}

TEST_CASE("well-formed text has no fault, and names of any length are not told whole", "[corpus][xml]") {
    CHECK_FALSE(xml_fault(SourceText("x.xml", "<?xml version=\"1.0\"?>\n<!-- é --><a b='c'>&amp;&#233;<![CDATA[<]]></a>\n")));
    const auto fault = xml_fault(SourceText("x.xml", "<a><" + std::string(40'000, 'b') + "></a>"));
    REQUIRE(fault.has_value());
    CHECK(format(*fault).size() < 500);
}

TEST_CASE("a text that is full of faults is read no farther than to the first", "[corpus][xml]") {
    // Processor time, since others may use the machine; a comment that is read on takes minutes, and faults that are all told many seconds.
    constexpr double most_seconds = 5;
    for (const std::string faults : {"-- ", "&", "]]>", "< ", "&x; "}) {
        INFO(faults);
        std::string text = faults.starts_with('-') ? "<a><!-- " : "<a>";
        while (text.size() < 2'000'000) text += faults;
        const auto begin = std::clock();
        const auto fault = xml_fault(SourceText("x.xml", text));
        CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < most_seconds);
        REQUIRE(fault.has_value());
        CHECK(fault->place.column < 12);
    }
}

TEST_CASE("characters that XML cannot hold are found, and no others", "[corpus][xml]") {
    CHECK_FALSE(unfit_character("a\tb\r\nc é 债 \xEF\xBF\xBD"));
    const auto first = unfit_character("é\x0B\x0C");
    REQUIRE(first.has_value());
    CHECK(first->offset == 2);
    CHECK(first->name == "U+000B");
    const auto second = unfit_character("é\x0B\x0C", 3);
    REQUIRE(second.has_value());
    CHECK(second->name == "U+000C");
    CHECK(unfit_character("\xEF\xBF\xBE")->name == "U+FFFE");
}

}  // namespace palermo::test
