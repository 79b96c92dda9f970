// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/query_view.hpp"

#include "searchd/views/results_view.hpp"
#include "searchd/views/search_url.hpp"
#include "tests/searchd/views/page_tree.hpp"
#include "tests/searchd/views/samples.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

SearchRequest narrowed_request() {
    auto request = sample_request("debt bondage");
    request.facets[Facet::outcome].included = {"acquitted"};
    request.page = 3;
    request.explain = true;
    return request;
}

QueryPart word(const std::string& text) {
    return {.kind = "word", .text = text, .without = {}, .label = {}, .concepts = {}, .words_only = {}, .expanded = {}};
}

std::string address_of(SearchRequest request, const std::string& text) {
    request.text = text;
    request.page = 1;
    return search_address(request);
}

std::string href(const pugi::xml_document& page, const std::string& path) { return page.select_node(path.c_str()).attribute().value(); }

std::string words(const pugi::xml_document& page, const std::string& path) {
    std::string all;
    for (const auto& found : page.select_nodes((path + "//text()").c_str())) all += found.node().value();
    return all;
}

/// The page of a search that found this.
pugi::xml_document page_of(const SearchResult& result, const SearchRequest& request) {
    auto page = parse_page(render_results_html(result, request));
    check_structure(page);
    return page;
}

}  // namespace

TEST_CASE("each part of the query can be taken away, and all else stays", "[views][query]") {
    const auto request = narrowed_request();
    const auto page = page_of(sample_result("debt"), request);
    CHECK(words(page, "//ul[@class='parts']/li/span[@class='text']") == "debt");
    CHECK(href(page, "//ul[@class='parts']/li/a[@aria-label='Remove debt']/@href") == address_of(request, "not debt"));
    CHECK(words(page, "//p[@class='read-as']") == "Read as: debt");
}

TEST_CASE("a part says what it found besides its words", "[views][query]") {
    const auto request = narrowed_request();
    auto result = sample_result("debt");
    const auto page = page_of(result, request);
    CHECK(words(page, "//li[@class='part concept']").find("also the cases catalogued under \"debt\" or \"debt2\"") != std::string::npos);
    CHECK(href(page, "//li[@class='part concept']//a[text()='words only']/@href") == address_of(request, "text:(debt)"));
    CHECK(words(page, "//li[@class='part concept']//summary") == "also: debt, debt2, debt3 … (the most frequent 4 words)");
    CHECK(words(page, "//li[@class='part concept']/details/p") == "debt, debt2, debt3, debt4");
    result.parts.front().expanded = {"debt"};
    result.parts.front().is_cut = false;
    CHECK(words(page_of(result, request), "//li[@class='part concept']").ends_with("also: debt (1 word)"));
    CHECK(words(page_of(result, request), "//li[@class='part concept']/span[@class='besides'][1]") == "debt1");
    // "id:case-001" need not say "case-001" once more.
    result.parts.front().label = "deb";
    CHECK(words(page_of(result, request), "//li[@class='part concept']/span[@class='besides'][1]").starts_with("also the cases"));
}

TEST_CASE("a concept and an issue of one name are named once", "[views][query]") {
    auto result = sample_result("debt");
    result.parts.front().concepts.back().value.label = "debt";
    CHECK(page_of(result, {}).select_nodes("//li[@class='part concept']/span[@class='besides']/span").size() == 1);
}

TEST_CASE("that a case was named stands before all other notes", "[views][query]") {
    auto result = sample_result("x");
    result.notes = {{"any-words", "second"}, {"case-name", "first"}, {"citation-not-held", "third"}};
    const auto page = page_of(result, {});
    CHECK(words(page, "//h1/following-sibling::p[@class='note case-name']") == "first");
    CHECK(words(page, "//p[@class='note case-name']/following-sibling::p[1]") == "second");
    CHECK(page.select_node("//p[@class='note any-words']/following-sibling::p[@class='note citation-not-held']"));
    CHECK(page.select_node("//p[@class='note citation-not-held']/following-sibling::ul[@class='parts']"));
}

TEST_CASE("from any of the words a link leads to all, and back", "[views][query]") {
    const auto request = narrowed_request();
    auto result = sample_result("x");
    auto other = request;
    other.page = 1;
    other.match = MatchMode::all;
    CHECK(href(page_of(result, request), "//p[@class='match']/a[text()='All of the words']/@href") == search_address(other));
    result.total = 0;
    CHECK_FALSE(page_of(result, request).select_node("//a[text()='All of the words']"));
    result.matches_any = false;
    CHECK_FALSE(page_of(result, request).select_node("//a[text()='Any of the words']"));
    result.parts.push_back(word("y"));
    other.match = MatchMode::any;
    CHECK(href(page_of(result, request), "//p[@class='match quiet']/a[text()='Any of the words']/@href") == search_address(other));
}

TEST_CASE("a search that found nothing offers those near to it", "[views][query]") {
    auto result = sample_result("debt");
    result.total = 0;
    result.hits.clear();
    auto page = page_of(result, sample_request("debtt"));
    CHECK(href(page, "//section[@class='ways']//a/@href") == "/?q=debt");
    CHECK(words(page, "//section[@class='ways']//li") == "debt: debt (3 cases)");
    // The text is said only where it differs.
    CHECK(words(page_of(result, sample_request("debt")), "//section[@class='ways']//li") == "debt (3 cases)");
    result.relaxations.clear();
    page = page_of(result, sample_request("debt"));
    CHECK_FALSE(page.select_node("//section[@class='ways']"));
    CHECK(words(page, "//section[@id='results']").find("No case matches this search.") != std::string::npos);
}

TEST_CASE("a page beyond the last leads back, whatever is near", "[views][query]") {
    auto result = sample_result("debt");
    result.hits.clear();
    const auto page = page_of(result, narrowed_request());
    CHECK_FALSE(page.select_node("//section[@class='ways']"));
    CHECK(page.select_node("//a[text()='Back to the first page']"));
}

TEST_CASE("a hit says why it was found, and a link asks for that", "[views][query]") {
    auto result = sample_result("debt");
    auto request = narrowed_request();
    auto page = page_of(result, request);
    CHECK(words(page, "//article[1]//details[@class='why']/summary") == "Why this case");
    CHECK(words(page, "//details[@class='why']//tbody/tr/td[@class='adds']") == "2.35");
    CHECK(page.select_nodes("//details[@class='why']//td/ul/li").size() == 2);
    CHECK(page.select_nodes("//details[@class='why']").size() == 1);
    request.explain = false;
    CHECK(href(page, "//a[text()='Leave out why each case was found']/@href") == search_address(request));
    result.hits.front().explanation.clear();
    page = page_of(result, request);
    CHECK_FALSE(page.select_node("//details[@class='why']"));
    CHECK(href(page, "//a[text()='Show why each case was found']/@href") == search_address(narrowed_request()));
    CHECK_FALSE(page_of(result, {}).select_node("//a[text()='Show why each case was found']"));
}

TEST_CASE("nothing that is told about a query breaks out", "[views][query]") {
    auto result = sample_result(hostile);
    result.notes.push_back({hostile, hostile});
    result.parts.front().kind = hostile;
    for (const auto& text : {std::string(), hostile}) {
        const auto page = page_of(result, sample_request(text));
        CHECK(words(page, "//ul[@class='parts']").find("<script>") != std::string::npos);
        CHECK(page.select_nodes("//@onload").empty());
    }
    result.total = 0;
    result.hits.clear();
    CHECK(words(page_of(result, {}), "//section[@class='ways']").find("<script>") != std::string::npos);
}

}  // namespace palermo::test
