// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/highlighter.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

std::string in_brackets(const std::vector<Fragment>& fragments) {
    std::string all;
    for (const auto& fragment : fragments) all += fragment.marked ? '[' + fragment.text + ']' : fragment.text;
    return all;
}

std::string passage_of(Searcher& searcher, const SearchRequest& request) {
    const auto result = answer(searcher, request);
    REQUIRE(result.hits.size() == 1);
    REQUIRE(result.hits.front().passage.has_value());
    return in_brackets(result.hits.front().passage->fragments);
}

std::string passage_of(Searcher& searcher, const std::string& text) {
    SearchRequest request;
    request.text = text;
    return passage_of(searcher, request);
}

}  // namespace

TEST_CASE("marks stand on the words of the original text", "[search][highlight]") {
    auto searcher = searcher_on(three_segments());
    CHECK(passage_of(searcher, "explotacion") == "Hubo [explotación] laboral y servidumbre por deudas.");
    CHECK(passage_of(searcher, "text:l'exploitation") == "L'[exploitation] des ouvriers a duré trois ans.");
    CHECK(passage_of(searcher, "text:السخرة") == "كانت العاملة تعيش في [السخرة].");
    CHECK(passage_of(searcher, "text:\"debt bondage\"") == "Women worked in [debt bondage].");
    CHECK(passage_of(searcher, "passports kept") == "Her [passports] were taken & [kept] <there>.");
}

TEST_CASE("a phrase is marked only where it stands, and what was asked away never", "[search][highlight]") {
    const TempIndex index{{.id = "a", .title = "A", .facts = {"Debt here, bondage there, and debt bondage."}},
                          {.id = "b", .title = "B", .facts = {"A vessel carried nobody in bondage or debt."}}};
    auto searcher = searcher_on(index);
    CHECK(passage_of(searcher, "text:\"debt bondage\"") == "Debt here, bondage there, and [debt bondage].");
    CHECK(passage_of(searcher, "\"debt bondage\"") == "Debt here, bondage there, and [debt bondage].");
    CHECK(passage_of(searcher, "bondage -here") == "A vessel carried nobody in [bondage] or debt.");
    CHECK(passage_of(searcher, "vessel NOT \"debt bondage\"") == "A [vessel] carried nobody in bondage or debt.");
}

TEST_CASE("nearness marks both sides where they are near, and not what lies between", "[search][highlight]") {
    const TempIndex index{
        {.id = "a",
         .title = "A",
         .facts = {"The key was kept. He kept her passport in a safe, and her passport stayed there. No key was found."}}};
    auto searcher = searcher_on(index);
    CHECK(passage_of(searcher, "kept /s passport") ==
          "The key was kept. He [kept] her [passport] in a safe, and her passport stayed there. No key was found.");
    CHECK(passage_of(searcher, "passport NEAR/3 safe") ==
          "The key was kept. He kept her [passport] in a [safe], and her [passport] stayed there. No key was found.");
    CHECK(passage_of(searcher, "passport ADJ/3 safe") ==
          "The key was kept. He kept her [passport] in a [safe], and her passport stayed there. No key was found.");
    CHECK(passage_of(searcher, "\"found key\"~3") ==
          "The key was kept. He kept her passport in a safe, and her passport stayed there. No [key] was [found].");
    CHECK(passage_of(searcher, "(key OR stay*) /s \"her passport\"") ==
          "The key was kept. He kept her passport in a safe, and [her passport] [stayed] there. No key was found.");
}

TEST_CASE("marks cover what was written: articles, ligatures, and scripts without spaces", "[search][highlight]") {
    const TempIndex index{
        {.id = "fr", .title = "Affaire", .facts = {"Il a saisi l’œuvre et l'ouvrière d'un ami."}, .lang = "fr"},
        {.id = "lig", .title = "Ligatures", .facts = {"The ﬁrst oﬀer was a traﬃcker's."}},
        {.id = "ar", .title = "قضية", .facts = {"عاشت العَامِلة في إسار الدَّيْن سنة."}, .lang = "ar"},
        {.id = "zh", .title = "案件", .facts = {"被害人受债务质役控制,护照被扣押。"}, .lang = "zh"},
    };
    auto searcher = searcher_on(index);
    CHECK(passage_of(searcher, "ouvrières") == "Il a saisi l’œuvre et l'[ouvrière] d'un ami.");
    CHECK(passage_of(searcher, "l'ouvriere") == "Il a saisi l’œuvre et l'[ouvrière] d'un ami.");
    CHECK(passage_of(searcher, "\"l’ouvrière d’un\"") == "Il a saisi l’œuvre et [l'ouvrière d'un] ami.");
    CHECK(passage_of(searcher, "œuvres") == "Il a saisi l’[œuvre] et l'ouvrière d'un ami.");
    CHECK(passage_of(searcher, "first offer") == "The [ﬁrst] [oﬀer] was a traﬃcker's.");
    CHECK(passage_of(searcher, "العاملة") == "عاشت [العَامِلة] في إسار الدَّيْن سنة.");
    CHECK(passage_of(searcher, "text:\"اسار الدين\"") == "عاشت العَامِلة في [إسار الدَّيْن] سنة.");
    CHECK(passage_of(searcher, "text:\"债务质役\"") == "被害人受[债务质役]控制,护照被扣押。");
    CHECK(passage_of(searcher, "护照 /s 控制") == "被害人受债务质役[控制],[护照]被扣押。");
}

TEST_CASE("the paragraph with the words is shown, unless an issue is chosen: then the one that shows the issue", "[search][highlight]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "key";
    CHECK(passage_of(searcher, request) == "The workers had no [key].");
    request.facets[Facet::evidential_issue].included = {"victim-behaviour"};
    CHECK(passage_of(searcher, request) == "She did not flee, and waited a year.");
}

TEST_CASE("a long paragraph is cut between words around its matches", "[search][highlight]") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i) + ' ';
    const auto at = static_cast<std::uint32_t>(text.find("word120"));
    const std::vector<TextRange> ranges{{at, at + 7}};
    const auto shown = in_brackets(mark_window(text, ranges));
    CHECK(shown.size() < passage_window + 60);
    CHECK(shown.find("[word120]") != std::string::npos);
    CHECK(shown.starts_with("… word"));
    CHECK(shown.ends_with(" …"));
}

TEST_CASE("the window is where most matches are", "[search][highlight]") {
    std::string text = "lone ";
    for (int i = 0; i < 100; ++i) text += "filler ";
    const auto first = static_cast<std::uint32_t>(text.size());
    text += "one two ";
    for (int i = 0; i < 100; ++i) text += "filler ";
    const std::vector<TextRange> ranges{{0, 4}, {first, first + 3}, {first + 4, first + 7}};
    CHECK(in_brackets(mark_window(text, ranges)).find("[one] [two]") != std::string::npos);
}

TEST_CASE("marks become the bytes of their words, and those outside the text none", "[search][highlight]") {
    Analyzer analyzer;
    const std::string text = "Her passport, and a visa.";
    const std::vector<Mark> marks{{{9, 9}, 0}, {{11, 11}, 0}, {{11, 12}, 1}, {{14, 14}, 0}, {{14, 15}, 1}, {{200, 200}, 0}};
    CHECK(in_brackets(mark_text(text, locate(marks, text, "en", 10, analyzer))) == "Her [passport, and] a [visa].");
    CHECK(locate({}, text, "en", 10, analyzer).empty());
    CHECK(locate(marks, "…", "en", 10, analyzer).empty());
}

TEST_CASE("the fragments of a whole text are the text", "[search][highlight]") {
    Analyzer analyzer;
    for (const std::string text : {"", "ÀÉ d’or", "被害人受债役控制。", "\xFF broken \xC3", "a"}) {
        const std::vector<Mark> marks{{{1, 1}, 0}, {{2, 3}, 0}};
        std::string joined;
        for (const auto& fragment : mark_text(text, locate(marks, text, "fr", 1, analyzer))) joined += fragment.text;
        CHECK(joined == text);
    }
}

}  // namespace palermo::test
