// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/suggest_view.hpp"

#include "searchd/views/suggest_url.hpp"
#include "tests/searchd/views/samples.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>

#include <array>
#include <vector>

namespace palermo::test {

TEST_CASE("suggestions keep their shape", "[views][suggest]") {
    const std::vector<Suggestion> suggestions{{SuggestionKind::concept_label, "debt bondage", "\"debt bondage\"", "debt-bondage"},
                                              {SuggestionKind::case_name, "R v Tang", "\"R v Tang\"", "case-1"},
                                              {SuggestionKind::citation, "[2008] HCA 39", "[2008] HCA 39", "case-1"},
                                              {SuggestionKind::word, "debt", "old debt", ""}};
    CHECK(render_suggestions_json(suggestions, 7) ==
          R"({"generation":7,"suggestions":[)"
          R"({"text":"debt bondage","kind":"concept","query":"\"debt bondage\"","id":"debt-bondage"},)"
          R"({"text":"R v Tang","kind":"case","query":"\"R v Tang\"","id":"case-1"},)"
          R"({"text":"[2008] HCA 39","kind":"citation","query":"[2008] HCA 39","id":"case-1"},)"
          R"({"text":"debt","kind":"word","query":"old debt","id":null}]})");
    CHECK(render_suggestions_json({}, 1) == R"({"generation":1,"suggestions":[]})");
}

TEST_CASE("suggestions are JSON, whatever stands in the records", "[views][suggest]") {
    const std::vector<Suggestion> suggestions{{SuggestionKind::case_name, hostile, hostile, hostile}};
    CHECK(boost::json::parse(render_suggestions_json(suggestions, 1)).is_object());
}

TEST_CASE("a URL says what is to be completed", "[views][url]") {
    const std::vector<UrlParameter> parameters{{"q", "debt b"}, {"limit", "20"}, {"lang", "ru"}};
    const auto request = decode_suggest_url(parameters);
    REQUIRE(request.has_value());
    CHECK(*request == SuggestRequest{.text = "debt b", .limit = 20, .lang = "ru"});
    CHECK(*decode_suggest_url({}) == SuggestRequest{.text = "", .limit = 10, .lang = "en"});
    const std::vector<UrlParameter> empty{{"q", ""}, {"limit", ""}, {"lang", ""}};
    CHECK(*decode_suggest_url(empty) == SuggestRequest{});
}

TEST_CASE("a bad value of a request for suggestions is an error that names its parameter", "[views][url]") {
    const std::vector<UrlParameter> bad{
        {"limit", "0"}, {"limit", "21"}, {"limit", "x"},      {"limit", "-1"}, {"lang", "de"},
        {"size", "5"},  {"page", "1"},   {"outcome", "none"}, {"q", "\xFF"},   {"q", std::string(201, 'a')}};
    for (const auto& parameter : bad) {
        const auto request = decode_suggest_url(std::array{parameter});
        INFO(parameter.first << "=" << parameter.second);
        REQUIRE(request.has_error());
        CHECK((request.error().message.find(parameter.first) != std::string::npos || parameter.first == "q"));
        CHECK_FALSE(request.error().mend.empty());
    }
    CHECK(decode_suggest_url(std::array{UrlParameter{"q", std::string(200, 'a')}}).has_value());
    const auto unknown = decode_suggest_url(std::array{UrlParameter{"limits", "5"}});
    REQUIRE(unknown.has_error());
    CHECK(unknown.error().mend == "Did you mean \"limit\"?");
    CHECK(decode_suggest_url(std::array{UrlParameter{"q", "debt"}, UrlParameter{"q", "bond"}}).has_error());
}

}  // namespace palermo::test
