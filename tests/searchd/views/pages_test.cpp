// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/results_view.hpp"

#include "searchd/views/case_view.hpp"
#include "searchd/views/error_view.hpp"
#include "searchd/views/search_url.hpp"
#include "tests/searchd/views/page_tree.hpp"
#include "tests/searchd/views/samples.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <string>

namespace palermo::test {
namespace {

SearchRequest busy_request() {
    SearchRequest request;
    request.text = hostile;
    request.facets[Facet::outcome].included = {"parent", "not-recorded"};
    request.facets[Facet::jurisdiction].excluded = {"v1"};
    request.from = PartialDate::parse("2010");
    request.match = MatchMode::any;
    request.page = 2;
    request.explain = true;
    return request;
}

}  // namespace

TEST_CASE("the results page is sound, whatever stands in the records and the query", "[views][pages]") {
    for (const auto& words : {std::string("plain words"), hostile}) {
        for (const auto& request : {SearchRequest{}, busy_request()})
            check_structure(parse_page(render_results_html(sample_result(words), request)));
    }
}

TEST_CASE("the results page says how many, what was read, and what is chosen", "[views][pages]") {
    const auto page = parse_page(render_results_html(sample_result("passport"), busy_request()));
    CHECK(std::string(page.select_node("//h1").node().text().get()) == "41 cases");
    CHECK(page.select_nodes("//article").size() == 2);
    CHECK(page.select_node("//p[@class='read-as']"));
    CHECK(page.select_node("//input[@name='outcome'][@value='parent'][@checked]"));
    CHECK(page.select_nodes("//ul[@class='chips']/li").size() == 4);
    CHECK(page.select_node("//blockquote//mark"));
    CHECK(page.select_node("//a[@rel='next']"));
    CHECK(page.select_node("//a[@rel='prev']"));
}

TEST_CASE("taking a filter back leads to the same search without it", "[views][pages]") {
    SearchRequest request;
    request.text = "a b";
    request.facets[Facet::outcome].included = {"parent"};
    const auto page = parse_page(render_results_html(sample_result("x"), request));
    const std::string href = page.select_node("//ul[@class='chips']//a").node().attribute("href").value();
    auto without = request;
    without.facets[Facet::outcome] = {};
    CHECK(href == "/?" + encode_search_url(without));
}

TEST_CASE("a page without hits keeps its filters and shows ways out", "[views][pages]") {
    auto result = sample_result("x");
    result.total = 0;
    result.hits.clear();
    const auto page = parse_page(render_results_html(result, busy_request()));
    check_structure(page);
    CHECK(std::string(page.select_node("//h1").node().text().get()) == "0 cases");
    CHECK(page.select_nodes("//section[@class='ways']//a").size() == 1);
    CHECK(page.select_node("//form[@id='filters']"));
    CHECK(page.select_node("//form[@id='filters']/input[@name='match'][@value='any']"));
    CHECK(page.select_node("//form[@id='filters']/input[@name='explain'][@value='1']"));
}

TEST_CASE("the case page is sound, whatever stands in the record", "[views][pages]") {
    SearchRequest from;
    from.text = "debt";
    const auto page =
        parse_page(render_case_html(record_with(hostile), shipped_vocabularies(), {.generation = 7, .time = "2026-11-23T20:00:00Z"}, from));
    check_structure(page);
    CHECK(page.select_nodes("//a[starts-with(@href, 'javascript')]").empty());
    check_structure(parse_page(render_case_html({.id = "bare",
                                                 .lang = {},
                                                 .title = {"en", "Bare"},
                                                 .identifiers = {},
                                                 .jurisdiction = {},
                                                 .crime_types = {},
                                                 .origin = {},
                                                 .transit = {},
                                                 .destination = {},
                                                 .proceedings = {},
                                                 .persons = {},
                                                 .charges = {},
                                                 .texts = {},
                                                 .legal_concepts = {},
                                                 .evidential_issues = {},
                                                 .keywords = {},
                                                 .later_history = {},
                                                 .sources = {},
                                                 .attachments = {},
                                                 .provenance = {}},
                                                shipped_vocabularies(), {}, {})));
}

TEST_CASE("the case page shows the record: passages with anchors, issues with their paragraphs, no victim's name", "[views][pages]") {
    const auto page =
        parse_page(render_case_html(complete_record(), shipped_vocabularies(), {.generation = 7, .time = "2026-11-23T20:00:00Z"}, {}));
    CHECK(std::string(page.select_node("//p[@id='facts-1']").node().last_child().value()).find("debt bondage") != std::string::npos);
    CHECK(page.select_node("//a[@href='/?evidential-issue=failure-to-escape']"));
    CHECK(page.select_node("//a[@href='#facts-2']"));
    CHECK(page.select_node("//section[@lang='es']"));
    CHECK(page.select_node("//td[text()='Victim (4 persons)']"));
    CHECK(page.select_node("//td[contains(text(), '5 years of imprisonment')]"));
}

TEST_CASE("an error page shows the place and the way out", "[views][pages]") {
    const auto page = parse_page(render_error_html(
        {.title = "This cannot be read", .detail = hostile, .asked = sample_request("(" + hostile), .offset = 0, .repair = hostile}));
    check_structure(page);
    CHECK(std::string(page.select_node("//mark").node().text().get()) == "(");
    for (const std::size_t offset : {std::size_t{0}, std::size_t{3}, std::size_t{1000}}) {
        check_structure(
            parse_page(render_error_html({.title = "x", .detail = "y", .asked = sample_request("é债"), .offset = offset, .repair = ""})));
    }
}

TEST_CASE("an error page keeps what was asked for besides the mistake", "[views][pages]") {
    auto asked = busy_request();
    asked.text = "\"passport";
    asked.lang = "fr";
    auto repaired = asked;
    repaired.text = "\"passport\"";
    repaired.page = 1;
    const auto page = parse_page(render_error_html(
        {.title = "x", .detail = "y", .asked = asked, .offset = 0, .repair = repaired.text, .without = "/?to=2011&lang=fr"}));
    check_structure(page);
    CHECK(std::string(page.select_node("//input[@name='q']").node().attribute("value").value()) == asked.text);
    CHECK(page.select_node("//form[@role='search']/input[@name='lang'][@value='fr']"));
    CHECK(std::string(page.select_node("//main//a[1]/@href").attribute().value()) == search_address(repaired));
    CHECK(page.select_node("//main//a[@href='/?to=2011&lang=fr'][text()='Leave it out']"));
    CHECK(page.select_node("//main//a[@href='/?lang=fr'][text()='All cases']"));
    const auto bare = parse_page(render_error_html({.title = "x", .detail = "y", .asked = in_language("fr"), .without = "/?lang=fr"}));
    CHECK(bare.select_nodes("//main//a").size() == 1);
    const auto helpless = parse_page(render_error_html({.title = "x", .detail = "y", .asked = asked, .offset = 0}));
    CHECK(helpless.select_nodes("//main//a").size() == 1);
}

TEST_CASE("labels are chosen in one of six languages, and the choice is kept", "[views][pages]") {
    auto request = busy_request();
    request.text = "passport";
    request.lang = "fr";
    const auto page = parse_page(render_results_html(sample_result("x"), request));
    check_structure(page);
    CHECK(page.select_nodes("//nav[@class='languages']//li").size() == 6);
    CHECK(page.select_node("//nav[@class='languages']//span[@aria-current='true'][@lang='fr'][text()='Français']"));
    auto in_spanish = request;
    in_spanish.lang = "es";
    CHECK(std::string(page.select_node("//nav[@class='languages']//a[@lang='es']/@href").attribute().value()) ==
          search_address(in_spanish));
    CHECK(page.select_node("//form[@role='search']/input[@name='lang'][@value='fr']"));
    CHECK(page.select_node("//form[@id='filters']/input[@name='lang'][@value='fr']"));
    CHECK(page.select_node("//p[@class='brand']/a[@href='/?lang=fr']"));
    const auto start = parse_page(render_results_html(sample_result("x"), in_language("fr")));
    REQUIRE(start.select_nodes("//section[@class='introduction']//a").size() == 3);
    for (const auto& example : start.select_nodes("//section[@class='introduction']//a"))
        CHECK(std::string(example.node().attribute("href").value()).ends_with("&lang=fr"));
}

TEST_CASE("the page of a case has its labels in the language that was chosen, and leads on in it", "[views][pages]") {
    auto from = in_language("fr");
    from.text = "debt";
    const auto page = parse_page(render_case_html(complete_record(), shipped_vocabularies(), {}, from));
    check_structure(page);
    CHECK(page.select_node("//dd/bdi[@lang='fr'][text()='Acquittement']"));
    CHECK(page.select_node("//dd/bdi[@lang='fr'][text()='Trafic illicite de migrants']"));
    CHECK(page.select_node("//td[.='Victime (4 persons)']/bdi[@lang='fr'][text()='Victime']"));
    CHECK(page.select_node("//section[@class='prose']/h2[@lang='fr'][text()='Faits']"));
    CHECK(page.select_node("//form[@role='search']/input[@name='lang'][@value='fr']"));
    CHECK(page.select_node("//p[@class='brand']/a[@href='/?lang=fr']"));
    const auto id = complete_record().id;
    CHECK(page.select_node(("//nav[@class='languages']//a[@href='/cases/" + id + "?q=debt'][text()='English']").c_str()));
    CHECK(page.select_node(("//p[@class='downloads']/a[@href='/api/v1/cases/" + id + "?lang=fr']").c_str()));
    CHECK(page.select_node(("//p[@class='downloads']/a[@href='/api/v1/cases/" + id + ".xml']").c_str()));
    const auto straight = parse_page(render_case_html(complete_record(), shipped_vocabularies(), {}, in_language("fr")));
    CHECK_FALSE(straight.select_node("//p[@class='back']"));
}

TEST_CASE("a label in another language than the page's is marked as one, and an English one is not", "[views][pages]") {
    const auto result = sample_result("words");
    auto request = busy_request();
    request.text = "words";
    request.lang = "ar";
    const auto page = parse_page(render_results_html(result, request));
    check_structure(page);
    CHECK(page.select_node("//p[@class='court']/bdi[@lang='ar'][text()='Netherlands']"));
    // In the language of the case, which nobody has said.
    CHECK(page.select_node("//p[@class='court']/bdi[not(@lang)][text()='words']"));
    CHECK(page.select_node("//p[@class='outcome']/bdi[@lang='ar'][text()='Acquitted']"));
    CHECK(page.select_node("//p[@class='outcome'][text()='Outcome not recorded']"));
    CHECK(page.select_node("//p[@class='issues']/bdi[@lang='ar'][text()='words']"));
    CHECK(page.select_node("//label[@for='outcome-parent']/bdi[@lang='ar'][text()='words']"));
    CHECK(page.select_node("//ul[@class='chips']//a[@aria-label='Remove Outcome: words']/bdi[@lang='ar'][text()='words']"));
    request.lang = "en";
    CHECK(parse_page(render_results_html(result, request)).select_nodes("//bdi[@lang]").empty());
    CHECK(parse_page(render_case_html(complete_record(), shipped_vocabularies(), {}, {})).select_nodes("//bdi").empty());
    const auto shown = parse_page(render_case_html(complete_record(), shipped_vocabularies(), {}, in_language("zh")));
    check_structure(shown);
    CHECK(shown.select_nodes("//bdi[not(@lang='zh')]").empty());
    CHECK(shown.select_nodes("//dd/bdi").size() > 3);
    CHECK(shown.select_nodes("//td/bdi").size() > 3);
}

TEST_CASE("the heading of a text gives its direction to nothing but itself", "[views][pages]") {
    const auto page = parse_page(render_case_html(complete_record(), shipped_vocabularies(), {}, in_language("ar")));
    check_structure(page);
    // What has a dir of its own is passed over where dir="auto" looks for the first letter.
    CHECK_FALSE(page.select_nodes("//section[@class='prose'][@dir='auto']/h2[@lang='ar']").empty());
    CHECK(page.select_nodes("//section[@class='prose']/h2[not(@dir='auto')]").empty());
}

TEST_CASE("a victim's name is shown by no page, even where a record would hold one", "[views][pages]") {
    auto record = complete_record();
    for (auto& person : record.persons) {
        if (person.role == PersonRole::victim) person.name = "Somebody Named";
    }
    for (const auto* lang : {"en", "fr"})
        CHECK(render_case_html(record, shipped_vocabularies(), {}, in_language(lang)).find("Somebody Named") == std::string::npos);
}

TEST_CASE("a date can be written on every keyboard: those for numbers alone have no hyphen", "[views][pages]") {
    const auto page = parse_page(render_results_html(sample_result("x"), SearchRequest{}));
    CHECK(page.select_nodes("//input[@name='from' or @name='to'][@type='text'][@aria-describedby='date-hint']").size() == 2);
    CHECK(page.select_nodes("//@inputmode").empty());
}

TEST_CASE("the form offers the size of the page that is shown", "[views][pages]") {
    SearchRequest request;
    for (const std::uint32_t size : {3U, 20U, 37U, 100U}) {
        request.size = size;
        const auto page = parse_page(render_results_html(sample_result("x"), request));
        CHECK(page.select_nodes("//select[@name='size']/option").size() == (size == 20 || size == 100 ? 4 : 5));
        CHECK(page.select_nodes("//select[@name='size']/option[@selected]").size() == 1);
        CHECK(std::string(page.select_node("//select[@name='size']/option[@selected]/@value").attribute().value()) == std::to_string(size));
    }
}

TEST_CASE("what is called otherwise than it reads begins as it reads", "[views][pages]") {
    const auto page = parse_page(render_results_html(sample_result("a label"), SearchRequest{}));
    CHECK(page.select_node("//a[@class='not'][text()='not'][@aria-label='not a label']"));
    CHECK(page.select_node("//summary[text()='1 narrower'][@aria-label='1 narrower than a label']"));
    CHECK(page.select_node("//a[text()='words only'][@aria-label='words only: a label']"));
    auto record = complete_record();
    auto& paragraph = record.texts.front().paragraphs.front();
    paragraph.number = "[12]";
    const auto shown = parse_page(render_case_html(record, shipped_vocabularies(), {}, {}));
    CHECK(shown.select_node(("//a[text()='[12]'][@aria-label='[12], paragraph " + paragraph.id + "']").c_str()));
}

TEST_CASE("no id of a record is one of the page's own", "[views][pages]") {
    auto record = complete_record();
    for (const auto* id : {"main", "q", "search", "page"}) {
        record.texts.front().paragraphs.front().id = id;
        record.evidential_issues.clear();
        record.legal_concepts.clear();
        check_structure(parse_page(render_case_html(record, shipped_vocabularies(), {}, {})));
    }
}

}  // namespace palermo::test
