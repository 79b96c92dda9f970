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
    CHECK(passage_of(searcher, "l'exploitation") == "[L'exploitation] des ouvriers a duré trois ans.");
    CHECK(passage_of(searcher, "السخرة") == "كانت العاملة تعيش في [السخرة].");
    CHECK(passage_of(searcher, "\"debt bondage\"") == "Women worked in [debt bondage].");
    CHECK(passage_of(searcher, "passports kept") == "Her [passports] were taken & [kept] <there>.");
}

TEST_CASE("a phrase is marked only where it stands, and what was asked away never", "[search][highlight]") {
    Analyzer analyzer;
    const SoughtTerms phrase{.words = {}, .stems = {}, .phrases = {{"debt", "bondage"}}};
    const std::string text = "Debt here, bondage there, and debt bondage.";
    CHECK(in_brackets(mark_text(text, match_text(text, "en", phrase, analyzer))) == "Debt here, bondage there, and [debt bondage].");
    auto searcher = searcher_on(three_segments());
    CHECK(passage_of(searcher, "vessel -women") == "A [vessel] carried migrants; nobody was in bondage or debt.");
}

TEST_CASE("the paragraph with the words is shown, unless an issue is chosen: then the one that shows the issue", "[search][highlight]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "key";
    CHECK(passage_of(searcher, request) == "The workers had no [key].");
    request.facets[Facet::evidential_issue].included = {"victim-behaviour"};
    CHECK(passage_of(searcher, request) == "She did not flee, and waited a year.");
}

TEST_CASE("a long paragraph is cut between words around its first match", "[search][highlight]") {
    Analyzer analyzer;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i) + ' ';
    const auto match = match_text(text, "en", {.words = {"word120"}, .stems = {}, .phrases = {}}, analyzer);
    const auto shown = in_brackets(mark_window(text, match));
    CHECK(shown.size() < passage_window + 60);
    CHECK(shown.find("[word120]") != std::string::npos);
    CHECK(shown.starts_with("… word"));
    CHECK(shown.ends_with(" …"));
}

TEST_CASE("the fragments of a whole text are the text", "[search][highlight]") {
    Analyzer analyzer;
    for (const std::string text : {"", "ÀÉ d’or", "被害人受债役控制。", "\xFF broken \xC3", "a"}) {
        std::string joined;
        for (const auto& fragment :
             mark_text(text, match_text(text, "fr", {.words = {"or", "a"}, .stems = {"债役"}, .phrases = {}}, analyzer)))
            joined += fragment.text;
        CHECK(joined == text);
    }
}

}  // namespace palermo::test
