// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/similar_view.hpp"

#include "searchd/views/json_view.hpp"
#include "searchd/views/reasons_view.hpp"
#include "searchd/views/results_view.hpp"
#include "searchd/views/search_url.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>
#include <pugixml.hpp>

#include <string>

namespace palermo::test {
namespace {

const std::string hostile = "<script>alert('x')</script>\" onload=\"y\" & \x01 \xFF ]]>";

/// Every text `words`; one hit that shares all it can, and one that shares nothing but a word.
SearchResult similar_result(const std::string& words) {
    SearchResult result;
    result.total = 41;
    result.similar_to = LikenedCase{.id = "case-009", .title = words, .title_lang = "en"};
    Hit hit;
    hit.id = "case-001";
    hit.title = {{words, false}};
    hit.reasons = Reasons{.evidential_issues = {{"failure-to-escape", words}}, .legal_concepts = {}, .words = {words, words}};
    for (const std::string id : {"one", "two", "three", "four"}) hit.reasons->legal_concepts.push_back({id, words});
    result.hits.push_back(hit);
    hit.reasons = Reasons{.evidential_issues = {}, .legal_concepts = {}, .words = {words}};
    result.hits.push_back(hit);
    result.facets.push_back({.facet = Facet::outcome, .buckets = {}, .not_recorded = {}});
    result.facets.back().buckets.push_back({.value = {"convicted", words}, .count = 2, .children = {}});
    return result;
}

SearchRequest request_for(const std::string& id) {
    SearchRequest request;
    request.similar_to = id;
    return request;
}

pugi::xml_document parse_page(const std::string& page) {
    pugi::xml_document document;
    INFO(page);
    REQUIRE(document.load_buffer(page.data(), page.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8));
    return document;
}

std::string text_at(const pugi::xml_document& page, const char* path) {
    std::string all;
    for (const auto& node : page.select_nodes((std::string(path) + "//text()").c_str())) all += node.node().value();
    return all;
}

}  // namespace

TEST_CASE("the page of similar cases says what they are like and what they share", "[views][similar]") {
    const auto page = parse_page(render_results_html(similar_result("dance"), request_for("case-009")));
    CHECK(text_at(page, "//h1") == "Cases similar to dance");
    CHECK(std::string(page.select_node("//h1/a").node().attribute("href").value()) == "/cases/case-009");
    CHECK(text_at(page, "(//p[@class='reasons'])[1]") ==
          "Shares: dance; dance; dance; dance; 1 more legal concept; the words dance, dance");
    CHECK(text_at(page, "(//p[@class='reasons'])[2]") == "Shares: the word dance");
}

TEST_CASE("all that narrows similar cases leads to similar cases", "[views][similar]") {
    auto request = request_for("case-009");
    request.facets[Facet::outcome].excluded = {"acquitted"};
    const auto page = parse_page(render_results_html(similar_result("dance"), request));
    CHECK(std::string(page.select_node("//form[@id='filters']").node().attribute("action").value()) == "/cases/case-009/similar");
    for (const auto* path : {"//ul[@class='chips']//a", "//a[@class='not']", "//nav[@class='pager']//a"}) {
        const auto links = page.select_nodes(path);
        INFO(path);
        REQUIRE_FALSE(links.empty());
        for (const auto& found : links) CHECK(std::string(found.node().attribute("href").value()).starts_with("/cases/case-009/similar"));
    }
    // The case's own page would take the way back for that of a search.
    CHECK(std::string(page.select_node("//article//h2/a").node().attribute("href").value()) == "/cases/case-001");
}

TEST_CASE("nothing in similar cases breaks out of the page or the JSON", "[views][similar]") {
    const auto page = parse_page(render_results_html(similar_result(hostile), request_for("case-009")));
    CHECK(page.select_nodes("//script").empty());
    CHECK(page.select_nodes("//@onload").empty());
    CHECK(boost::json::parse(render_json(similar_result(hostile), request_for("case-009"))).is_object());
}

TEST_CASE("the reasons are in the JSON of similar cases and of no search", "[views][similar]") {
    auto result = similar_result("dance");
    const auto answer = boost::json::parse(render_json(result, request_for("case-009")));
    CHECK(answer.at("similar_to") == boost::json::parse(R"({"id":"case-009","title":"dance"})"));
    CHECK(answer.at("hits").at(1).at("reasons") == boost::json::parse(R"({"evidential_issues":[],"legal_concepts":[],"words":["dance"]})"));
    CHECK(answer.at("hits").at(0).at("reasons").at("legal_concepts").at(3) == boost::json::parse(R"({"id":"four","label":"dance"})"));
    result.similar_to.reset();
    for (auto& hit : result.hits) hit.reasons.reset();
    const auto search = boost::json::parse(render_json(result, {}));
    CHECK_FALSE(search.as_object().contains("similar_to"));
    CHECK_FALSE(search.at("hits").at(0).as_object().contains("reasons"));
    CHECK(render_reasons(result.hits.front(), "en").empty());
}

TEST_CASE("when there is no similar case the page says why, or how to see more", "[views][similar]") {
    auto result = similar_result("dance");
    result.hits.clear();
    result.total = 0;
    auto request = request_for("case-009");
    CHECK(text_at(parse_page(render_results_html(result, request)), "//main").find("No other case shares") != std::string::npos);
    request.lang = "fr";
    request.text = "kiln";
    const auto page = parse_page(render_results_html(result, request));
    CHECK(page.select_node("//main//a[@href='/cases/case-009/similar?lang=fr']"));
    CHECK(search_address(request) == "/cases/case-009/similar?q=kiln&lang=fr");
    CHECK(similar_link("case-009", "fr").markup() ==
          "<p class=\"similar\"><a href=\"/cases/case-009/similar?lang=fr\">Similar cases</a></p>");
}

}  // namespace palermo::test
