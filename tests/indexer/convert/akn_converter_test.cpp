// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_converter.hpp"
#include "corpus/xml_namespaces.hpp"
#include "indexer/convert/akn_document.hpp"
#include "indexer/convert/line_index.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

const ConvertOptions stated{.id = {}, .title = {}, .lang = {}, .country = {}, .crime_types = {"trafficking-in-persons"}};

std::string sample() {
    const auto source = open_source(PALERMO_SOURCE_DIR "/tests/indexer/convert/samples/judgment.akn.xml");
    REQUIRE(source.has_value());
    return source->text();
}

/// The sample with one thing in it written otherwise.
std::string sample_with(const std::string& from, const std::string& to) {
    auto text = sample();
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Conversion convert(std::string text, const ConvertOptions& options = stated) {
    return convert_akn(SourceText("j.xml", std::move(text)), options);
}

/// A judgment around a body.
std::string judgment(const std::string& body) {
    return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><judgment><meta><identification><FRBRWork>"
           "<FRBRuri value=\"https://c.example/id/x/1\"/><FRBRcountry value=\"GB\"/><FRBRname value=\"R v "
           "Doe\"/></FRBRWork><FRBRExpression>"
           "<FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta><header/><judgmentBody>" +
           body + "</judgmentBody></judgment></akomaNtoso>";
}

/// A judgment whose meta block holds the notes that its decision points to.
std::string judgment_with_notes(const std::string& notes, const std::string& decision) {
    auto text = judgment("<decision>" + decision + "</decision>");
    return text.insert(text.find("</meta>"), "<notes>" + notes + "</notes>");
}

std::vector<std::string> paragraphs(const std::string& body) {
    const auto conversion = convert(judgment("<decision>" + body + "</decision>"));
    REQUIRE(conversion.drafts.size() == 1);
    std::vector<std::string> all;
    for (const auto& text : conversion.drafts.front().texts)
        for (const auto& paragraph : text.paragraphs) all.push_back(paragraph.id + ": " + paragraph.text.words);
    return all;
}

std::vector<std::string> texts_below(const pugi::xml_node& node) {
    std::vector<std::string> texts;
    for (const auto& child : node.children()) {
        if (auto words = folded(child.value()); child.type() == pugi::node_pcdata && !words.empty()) texts.push_back(std::move(words));
        std::ranges::move(texts_below(child), std::back_inserter(texts));
    }
    return texts;
}

using Lines = std::vector<std::string>;

bool names(const Conversion& conversion, const std::string& key, int line) {
    return std::ranges::any_of(conversion.unmapped, [&](const auto& piece) { return piece.key == key && piece.place.line == line; });
}

}  // namespace

TEST_CASE("every word of a judgment's header, body and end is in the record", "[convert]") {
    const SourceText source("j.xml", sample());
    const auto document = AknDocument::open(source);
    REQUIRE(document.has_value());
    const auto conversion = convert(sample());
    REQUIRE(conversion.drafts.size() == 1);
    std::string converted;
    for (const auto& text : conversion.drafts.front().texts)
        for (const auto& paragraph : text.paragraphs) converted += paragraph.text.words + ' ';
    std::size_t words = 0;
    for (const auto* part : {"header", "judgmentBody", "conclusions"}) {
        // Each text between two tags word for word; where it is divided, a footnote or a number may stand between.
        for (const auto& text : texts_below(akn_child(document->judgment(), part))) {
            INFO(text << " of " << part);
            CHECK(converted.find(text) != std::string::npos);
            words += static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
        }
    }
    CHECK(words > 250);
}

TEST_CASE("structure becomes paragraphs with their numbers and ids", "[convert]") {
    CHECK(paragraphs("<paragraph><num>1.</num><content><p>One <b>b</b>old.</p></content></paragraph>") == Lines{"para-1: 1. One bold."});
    CHECK(paragraphs("<p><b>All</b> <i>inline</i></p>") == Lines{"text-1: All inline"});
    CHECK(paragraphs("<paragraph><num>2.</num><subparagraph><num>(a)</num><content><p>x</p></content></subparagraph></paragraph>") ==
          Lines{"para-2-a: 2. (a) x"});
    CHECK(paragraphs("<paragraph><num>3.</num><content><p>x</p><p>y</p></content></paragraph>") == Lines{"para-3: 3. x", "para-3.2: y"});
    CHECK(paragraphs("<paragraph><num>4.</num></paragraph><paragraph><num>5.</num><content><p>x</p></content></paragraph>") ==
          Lines{"para-4: 4.", "para-5: 5. x"});
    CHECK(paragraphs("<level><num>A.</num><heading>Law</heading><p>x</p></level>") == Lines{"text-1: A. Law", "text-2: x"});
    CHECK(paragraphs("<p>a<authorialNote marker=\"*\"><p>n</p><p>m</p></authorialNote>, b</p>") ==
          Lines{"text-1: a[^*], b", "note-1: [^*] n m"});
    CHECK(paragraphs("<table><tr><th><p>a</p><p>b</p></th><td/><td><p>c</p></td></tr></table>") == Lines{"text-1: a b | c"});
    CHECK(paragraphs("<p>a<br/>b<eol/>c</p>") == Lines{"text-1: a b c"});
    CHECK(paragraphs("<strange><p>x</p>y<odd>z</odd></strange>") == Lines{"text-1: x", "text-2: y", "text-3: z"});
    CHECK(paragraphs("<p>quoted: <embeddedStructure startQuote=\"«\" endQuote=\"»\"><p>q</p></embeddedStructure> end</p>") ==
          Lines{"text-1: quoted:", "text-2: «q»", "text-3: end"});
    CHECK(paragraphs("<p> </p>").empty());
    CHECK(paragraphs("<paragraph><num>7.</num><p>x</p></paragraph><paragraph><num>7.</num><p>y</p></paragraph>") ==
          Lines{"para-7: 7. x", "para-7.2: 7. y"});
}

TEST_CASE("footnotes follow in the order of their marks, those of the meta block too, and number no paragraph", "[convert]") {
    CHECK(paragraphs("<p>a<authorialNote><p>n<authorialNote><p>inner</p></authorialNote></p></authorialNote></p>") ==
          Lines{"text-1: a[^1]", "note-1: [^1] n[^2]", "note-2: [^2] inner"});
    CHECK(paragraphs("<paragraph><num>5<authorialNote marker=\"9\"><p>n</p></authorialNote></num><p>x</p></paragraph>") ==
          Lines{"para-5: 5[^9] x", "note-9: [^9] n"});
    const auto conversion =
        convert(judgment_with_notes("<note eId=\"fn1\"><p>the note</p></note><note eId=\"fn2\"><p>of nobody</p></note>",
                                    "<p>a<noteRef href=\"#fn1\" marker=\"1\"/>, b<noteRef href=\"#fn1\" marker=\"1\"/></p>"));
    REQUIRE(conversion.drafts.size() == 1);
    const auto& said = conversion.drafts.front().texts.front().paragraphs;
    REQUIRE(said.size() == 2);
    CHECK(said[0].text.words == "a[^1], b[^1]");
    CHECK(said[1].text.words == "[^1] the note");
    REQUIRE(conversion.unmapped.size() == 1);
    CHECK(conversion.unmapped.front().words == "of nobody");
}

TEST_CASE("every reference to a note has a mark: its own, that of the first reference, the note's, or the next number", "[convert]") {
    const auto words = [](const std::string& notes, const std::string& body) {
        const auto conversion = convert(judgment_with_notes(notes, body));
        REQUIRE(conversion.drafts.size() == 1);
        CHECK(conversion.unmapped.empty());
        Lines lines;
        for (const auto& paragraph : conversion.drafts.front().texts.front().paragraphs) lines.push_back(paragraph.text.words);
        return lines;
    };
    const std::string reference = "<noteRef href=\"#n\"/>";
    CHECK(words("<note eId=\"n\"><p>x</p></note>", "<p>a" + reference + ", b" + reference + "</p><p>c" + reference + "</p>") ==
          Lines{"a[^1], b[^1]", "[^1] x", "c[^1]"});
    CHECK(words("<note eId=\"n\" marker=\"*\"><p>x</p></note>", "<p>a" + reference + ", b" + reference + "</p>") ==
          Lines{"a[^*], b[^*]", "[^*] x"});
    CHECK(words("<note eId=\"n\" marker=\"7\"><p>x</p></note>", "<p>a<noteRef href=\"#n\" marker=\"7\"/></p>") == Lines{"a[^7]", "[^7] x"});
    CHECK(words("<note eId=\"n\"><p>x, see" + reference + "</p></note>", "<p>a" + reference + "</p>") == Lines{"a[^1]", "[^1] x, see[^1]"});
}

TEST_CASE("a reference that points to no note takes none", "[convert]") {
    const auto conversion =
        convert(judgment_with_notes("<note><p>without an id</p></note>",
                                    "<p>a<noteRef/>, b<noteRef marker=\"2\"/>, c<noteRef href=\"#no\"/><noteRef href=\"#\"/></p>"));
    REQUIRE(conversion.drafts.size() == 1);
    const auto& said = conversion.drafts.front().texts.front().paragraphs;
    REQUIRE(said.size() == 1);
    CHECK(said.front().text.words == "a, b[^2], c");
    REQUIRE(conversion.unmapped.size() == 1);
    CHECK(conversion.unmapped.front().words == "without an id");
}

TEST_CASE("what is struck out is named and does not stand in the text", "[convert]") {
    const auto conversion = convert(judgment("<decision><p>kept <del>gone</del><ins>new</ins></p></decision>"));
    REQUIRE(conversion.drafts.size() == 1);
    CHECK(conversion.drafts.front().texts.front().paragraphs.front().text.words == "kept new");
    REQUIRE(conversion.unmapped.size() == 1);
    CHECK(conversion.unmapped.front().key == "del");
    CHECK(conversion.unmapped.front().words == "gone");
}

TEST_CASE("a part in another language is a text in that language", "[convert]") {
    const auto conversion = convert(judgment(
        "<introduction><p>one</p></introduction><decision xml:lang=\"fr\"><p>deux</p></decision><remedies><p>three</p></remedies>"));
    REQUIRE(conversion.drafts.size() == 1);
    const auto& texts = conversion.drafts.front().texts;
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].lang == "en");
    CHECK(texts[1].lang == "fr");
    CHECK(texts[1].paragraphs.front().id == "text-2");
    CHECK(texts[2].lang == "en");
    CHECK(conversion.unmapped.empty());
}

TEST_CASE("a language of a part is written as a record has it, and the judgment's own makes no text of its own", "[convert]") {
    const auto languages = [](const std::string& text, const std::string& lang) {
        auto options = stated;
        options.lang = lang;
        const auto conversion = convert(text, options);
        REQUIRE(conversion.drafts.size() == 1);
        CHECK(conversion.unmapped.empty());
        Lines all;
        for (const auto& each : conversion.drafts.front().texts) all.push_back(each.lang);
        return all;
    };
    const auto parts = [](const std::string& lang) {
        return judgment("<introduction><p>x</p></introduction><decision xml:lang=\"" + lang + "\"><p>y</p></decision>");
    };
    CHECK(languages(parts("eng"), {}) == Lines{"en"});
    CHECK(languages(parts("en-GB"), {}) == Lines{"en"});
    CHECK(languages(parts("fra"), {}) == Lines{"en", "fr"});
    auto silent = parts("spa");
    const std::string stated_language = "<FRBRlanguage language=\"eng\"/>";
    silent.erase(silent.find(stated_language), stated_language.size());
    CHECK(languages(silent, "es") == Lines{"es"});
    CHECK(languages(silent, "en") == Lines{"en", "es"});
}

TEST_CASE("a country in small letters is that country, and of a judgment that states no proceeding none is made", "[convert]") {
    auto text = judgment("<decision><p>x</p></decision>");
    text.replace(text.find("value=\"GB\""), 10, "value=\"gb-ukm\"");
    const auto conversion = convert(text);
    REQUIRE(conversion.drafts.size() == 1);
    CHECK(conversion.drafts.front().country.words == "GB");
    CHECK(conversion.drafts.front().proceedings.empty());
}

TEST_CASE("a long judgment on one line is read in a moment", "[convert]") {
    std::string body;
    for (int i = 1; i <= 4'000; ++i) {
        body += "<paragraph><num>" + std::to_string(i) + ".</num><content><p>";
        for (int word = 0; word < 100; ++word) body += "<i>words</i> ";
        body += "</p></content></paragraph>";
    }
    const auto conversion = convert(judgment("<decision>" + body + "</decision>"));
    REQUIRE(conversion.drafts.size() == 1);
    const auto& last = conversion.drafts.front().texts.front().paragraphs.back();
    CHECK(last.id == "para-4000");
    CHECK(last.text.place.line == 1);
    CHECK(last.text.place.column > 5'000'000);
}

TEST_CASE("content that no part of a record takes is named with its line", "[convert]") {
    const auto conversion = convert(sample_with("<p>We agree.</p>", "<p xml:lang=\"cy\">Cytunwn.</p><foreign title=\"a thing\"/>"));
    CHECK(names(conversion, "img/@src", 58));
    CHECK(names(conversion, "p/@xml:lang", 155));
    CHECK(names(conversion, "foreign/@title", 155));
    CHECK(names(conversion, "FRBRthis/@value", 211));
    CHECK(conversion.unmapped.size() == 5);
    const auto analysis = convert(sample_with(
        "<lifecycle source=\"#\">", "<analysis><judicial><result type=\"deny\">Denied</result></judicial></analysis><lifecycle>"));
    CHECK(names(analysis, "result/@type", 31));
    CHECK(names(analysis, "result", 31));
}

TEST_CASE("what the metadata say goes where a record has a place for it", "[convert]") {
    const auto conversion = convert(sample());
    REQUIRE(conversion.drafts.size() == 1);
    const auto& draft = conversion.drafts.front();
    CHECK(draft.id.words == "xyca-crim-2021-7");
    CHECK(draft.title.words == "R v Doe & Doe Farms Ltd");
    CHECK(draft.country.words == "GB");
    CHECK(draft.lang.words == "en");
    REQUIRE(draft.proceedings.size() == 1);
    CHECK(draft.proceedings.front().court.words == "The Court of Appeal of Nowhere (Criminal Division)");
    CHECK(draft.proceedings.front().decided.words == "2021-03-19");
    CHECK(draft.proceedings.front().case_reference.words == "202000017 A1");
    CHECK(draft.proceedings.front().outcome.empty());
    REQUIRE(draft.identifiers.size() == 1);
    CHECK(draft.identifiers.front().value.words == "[2021] XYCA Crim 7");
    REQUIRE(draft.defendants.size() == 2);
    CHECK(draft.defendants.front().name.words == "JOHN DOE");
}

TEST_CASE("a date that stands for no date is not taken for the day of the decision", "[convert]") {
    auto text = sample();
    for (const std::string from : {"date=\"2021-03-19\" name=\"judgment\"", "<docDate date=\"2021-03-19\""}) {
        const std::string to = from.starts_with('d') ? "date=\"1000-01-01\" name=\"dummy\"" : "<docDate date=\"\"";
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from)) text.replace(at, from.size(), to);
    }
    const auto conversion = convert(text);
    REQUIRE(conversion.drafts.size() == 1);
    CHECK(conversion.drafts.front().proceedings.front().decided.empty());
}

TEST_CASE("of a date with a time or a zone the day is kept, and any other date stays whole for the checks to name", "[convert]") {
    const std::vector<std::pair<std::string, std::string>> all{{"2021-03-19T10:00:00", "2021-03-19"},
                                                               {"2021-03-19T10:00", "2021-03-19"},
                                                               {"2021-03-19Z", "2021-03-19"},
                                                               {"2021-03-19+01:00", "2021-03-19"},
                                                               {"2021-03-19T10:00:00.25-05:00", "2021-03-19"},
                                                               {"2021-03-19ZZ", "2021-03-19ZZ"},
                                                               {"2021-03-19 or later", "2021-03-19 or later"},
                                                               {"2021-02-30T10:00:00", "2021-02-30T10:00:00"},
                                                               {"19 March 2021", "19 March 2021"},
                                                               {"2021-03", "2021-03"}};
    for (const auto& [given, decided] : all) {
        INFO(given);
        auto text = sample();
        const std::string day = "date=\"2021-03-19\"";
        for (auto at = text.find(day); at != std::string::npos; at = text.find(day, at + 1))
            text.replace(at, day.size(), "date=\"" + given + '"');
        const auto conversion = convert(text);
        REQUIRE(conversion.drafts.size() == 1);
        CHECK(conversion.drafts.front().proceedings.front().decided.words == decided);
        CHECK_FALSE(std::ranges::any_of(conversion.unmapped, [](const auto& piece) { return piece.key.ends_with("@date"); }));
    }
}

TEST_CASE("a party whose role is not a defendant's is not taken for one", "[convert]") {
    const auto conversion = convert(sample_with("as=\"#defendant\">JOHN DOE", "as=\"#appellant\">JOHN DOE"));
    REQUIRE(conversion.drafts.size() == 1);
    REQUIRE(conversion.drafts.front().defendants.size() == 1);
    CHECK(conversion.drafts.front().defendants.front().name.words == "DOE FARMS LTD");
}

TEST_CASE("what is no judgment gets one sentence with its place", "[convert]") {
    const std::vector<std::pair<std::string, std::string>> all{
        {"<a/>", "j.xml:1:1: error: This is not Akoma Ntoso"},
        {"hello", "j.xml:1:1: error: This is no XML"},
        {judgment("<decision>"), "error: This closes another element than the one that is open, <decision>, opened on line 1."},
        {judgment("<decision>&nbsp;</decision>"), "error: XML has no character called \"&nbsp;\"."},
        {judgment("<decision><uk:x/></decision>"), "A prefix is used here that no xmlns declares."},
        {"<!DOCTYPE akomaNtoso [<!ENTITY a \"b\">]>" + judgment("<decision/>"), "j.xml:1:1: error: The file declares a document type"},
        {"<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"> <act/></akomaNtoso>", "This document is a <act>"},
        {"<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>", "There is no document in this <akomaNtoso>."},
        {"<akn:akomaNtoso xmlns:akn=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><judgment/></akn:akomaNtoso>",
         "The <judgment> in it is not of the namespace of Akoma Ntoso"},
        {"<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"><judgment/></akomaNtoso>", "Akoma Ntoso of another version"},
        {"<case xmlns=\"urn:palermo:case-record:1\"/>", "This is a case record already."}};
    for (const auto& [text, words] : all) {
        const auto conversion = convert(text);
        INFO(text);
        REQUIRE(conversion.findings.size() == 1);
        CHECK(conversion.refused == 1);
        CHECK(conversion.drafts.empty());
        INFO(format(conversion.findings.front()));
        CHECK(format(conversion.findings.front()).find(words) != std::string::npos);
        CHECK_FALSE(conversion.findings.front().mend.empty());
    }
}

TEST_CASE("what a judgment does not state must come from an option, and the mend says from which", "[convert]") {
    const std::string bare =
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><judgment><judgmentBody><decision><p>x</p>"
        "</decision></judgmentBody></judgment></akomaNtoso>";
    const auto refused = convert(bare, {});
    CHECK(refused.drafts.empty());
    for (const std::string option : {"--title", "--country", "--lang", "--id", "--crime-type"}) {
        INFO(option);
        CHECK(std::ranges::any_of(refused.findings, [&](const auto& f) { return f.mend.find(option) != std::string::npos; }));
    }
    const auto taken = convert(bare, {.id = "x-1", .title = "R v X", .lang = "en", .country = "GB", .crime_types = {"other"}});
    CHECK(taken.findings.empty());
    REQUIRE(taken.drafts.size() == 1);
    CHECK(taken.drafts.front().texts.front().paragraphs.front().text.words == "x");
}

}  // namespace palermo::test
