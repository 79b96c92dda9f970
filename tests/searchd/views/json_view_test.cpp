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

TEST_CASE("every answer is JSON, whatever stands in the records", "[views][json]") {
    const auto answer = json::parse(render_json(sample_result(hostile), {}));
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
