// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/json_view.hpp"

#include "searchd/views/case_json_view.hpp"
#include "tests/searchd/views/samples.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace palermo::test {
namespace {

namespace json = boost::json;

/// The promise to clients as a file. To renew it after an addition, run the test with PALERMO_RENEW_GOLDEN=1 and read the difference.
void check_golden(const std::string& name, const std::string& answer) {
    const auto file = std::string(PALERMO_SOURCE_DIR "/tests/golden/") + name;
    if (std::getenv("PALERMO_RENEW_GOLDEN") != nullptr) std::ofstream(file) << answer << '\n';
    std::ifstream stream(file);
    const std::string expected(std::istreambuf_iterator<char>(stream), {});
    INFO(file << " no longer matches; if the change only adds members, renew it with PALERMO_RENEW_GOLDEN=1");
    CHECK(expected == answer + '\n');
}

}  // namespace

TEST_CASE("the answer to a search keeps its shape", "[views][json]") {
    auto result = sample_result("pass \"port\"");
    // One facet shows the shape of all.
    result.facets.resize(1);
    result.facets.front().buckets.resize(1);
    SearchRequest request;
    request.page = 2;
    request.explain = true;
    check_golden("search.json", render_json(result, request));
}

TEST_CASE("a case keeps its shape", "[views][json]") {
    check_golden("case.json", render_case_json(complete_record(), shipped_vocabularies(), 7, "en"));
}

TEST_CASE("what is not recorded is null", "[views][json]") {
    const auto answer = json::parse(render_json(sample_result("x"), {}));
    const auto& bare = answer.at("hits").at(1);
    for (const auto* name : {"jurisdiction", "court", "court_level", "decided", "outcome", "outcome_label", "passage"}) {
        INFO(name);
        CHECK(bare.at(name).is_null());
    }
}

TEST_CASE("the answer says how the query was read", "[views][json]") {
    auto result = sample_result("x");
    result.parts.push_back({.kind = "word", .text = "y", .without = "", .label = {}, .concepts = {}, .words_only = {}, .expanded = {}});
    auto query = json::parse(render_json(result, {})).at("query");
    CHECK(query.at("match") == "any");
    CHECK(query.at("parts").at(0).at("concepts").at(1) ==
          json::value({{"scheme", "evidential-issue"}, {"id", "fear-of-debt"}, {"label", "x2"}}));
    CHECK(query.at("parts").at(0).at("expansion_cut").as_bool());
    CHECK(query.at("parts").at(1).at("label").is_null());
    CHECK(query.at("parts").at(1).at("words_only").is_null());
    CHECK(query.at("parts").at(1).at("without") == "");
    CHECK(query.at("notes").at(1) == json::value({{"code", "citation"}, {"text", "x"}}));
    result.matches_any = false;
    CHECK(json::parse(render_json(result, {})).at("query").at("match") == "all");
}

TEST_CASE("a total that nobody counted is marked as a bound", "[views][json]") {
    auto result = sample_result("x");
    CHECK(json::parse(render_json(result, {})).at("total_is_exact").as_bool());
    result.total_is_exact = false;
    result.facets.clear();
    const auto answer = json::parse(render_json(result, {}));
    CHECK_FALSE(answer.at("total_is_exact").as_bool());
    CHECK(answer.at("facets").as_object().empty());
}

TEST_CASE("a search near to one that found nothing comes with its address", "[views][json]") {
    auto result = sample_result("x");
    result.relaxations.front().request.facets[Facet::outcome].included = {"acquitted"};
    const auto answer = json::parse(render_json(result, {}));
    CHECK(answer.at("relaxations").at(0) ==
          json::value({{"reason", "x"}, {"text", "x"}, {"url", "/api/v1/search?q=x&outcome=acquitted"}, {"total", 3U}}));
}

TEST_CASE("a hit says why it was found when that was asked", "[views][json]") {
    SearchRequest request;
    CHECK_FALSE(json::parse(render_json(sample_result("x"), request)).at("hits").at(0).as_object().contains("explanation"));
    request.explain = true;
    const auto answer = json::parse(render_json(sample_result("x"), request));
    const auto& explanation = answer.at("hits").at(0).at("explanation");
    CHECK(explanation.at(0).at("part") == "x");
    CHECK(explanation.at(0).at("weight") == 2.345);
    CHECK(explanation.at(0).at("forms").at(1) == "body: debt, 2 times");
    CHECK(answer.at("hits").at(1).at("explanation").as_array().empty());
}

TEST_CASE("every answer is JSON, whatever stands in the records", "[views][json]") {
    SearchRequest request;
    request.explain = true;
    const auto answer = json::parse(render_json(sample_result(hostile), request));
    const auto html = std::string(answer.at("hits").at(0).at("passage").at("html").as_string());
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<mark>") == 0);
    CHECK(json::parse(render_case_json(record_with(hostile), shipped_vocabularies(), 1, "fr")).is_object());
}

TEST_CASE("a vocabulary is given with its labels and how sure they are", "[views][json]") {
    const auto answer = json::parse(render_vocabulary_json(shipped_vocabularies().legal_concepts, 3));
    CHECK(answer.at("scheme") == "legal-concept");
    CHECK(answer.at("concepts").as_array().size() == shipped_vocabularies().legal_concepts.concepts().size());
    const auto& first = answer.at("concepts").at(0);
    CHECK(first.at("id") == "trafficking-in-persons");
    CHECK(first.at("broader").is_null());
    CHECK(first.at("labels").at("fr").at("status") == "checked");
}

TEST_CASE("the status names the generation and what it was made with", "[views][json]") {
    const auto answer = json::parse(render_status_json({.generation = 7,
                                                        .generation_time = "t",
                                                        .records = 106,
                                                        .segments = 1,
                                                        .format_version = 1,
                                                        .analyzer_version = 1,
                                                        .icu_version = "72.1",
                                                        .stemmed_languages = {"en"},
                                                        .vocabularies = {{"legal-concept", "v"}},
                                                        .version = "0.1.0",
                                                        .trouble = ""}));
    CHECK(answer.at("generation") == 7);
    CHECK(answer.at("trouble").is_null());
    CHECK(answer.at("vocabularies").at(0).at("scheme") == "legal-concept");
}

}  // namespace palermo::test
