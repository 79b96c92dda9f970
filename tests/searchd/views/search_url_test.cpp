// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/search_url.hpp"

#include "corpus/label_languages.hpp"
#include "tests/support/catch.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <array>
#include <random>

namespace palermo::test {
namespace {

std::vector<UrlParameter> split(const std::string& query) {
    std::vector<UrlParameter> parameters;
    const auto target = "/?" + query;
    const auto url = boost::urls::parse_uri_reference(target);
    REQUIRE(url.has_value());
    for (const auto& parameter : url->params()) parameters.emplace_back(parameter.key, parameter.value);
    return parameters;
}

SearchRequest decoded(const std::vector<UrlParameter>& parameters) {
    auto request = decode_search_url(parameters);
    INFO((request ? std::string() : format(request.error())));
    REQUIRE(request.has_value());
    return std::move(*request);
}

}  // namespace

TEST_CASE("a URL says what is searched", "[views][url]") {
    const auto request = decoded({{"q", "debt bondage"},
                                  {"evidential-issue", "failure-to-escape"},
                                  {"evidential-issue", "victim-consent"},
                                  {"outcome", "!acquitted"},
                                  {"from", "2010"},
                                  {"to", "2012-05"},
                                  {"match", "any"},
                                  {"sort", "oldest"},
                                  {"page", "3"},
                                  {"size", "50"},
                                  {"lang", "ar"},
                                  {"explain", "1"},
                                  {"facets", "none"},
                                  {"passages", "none"}});
    CHECK(request.text == "debt bondage");
    CHECK(request.facets[Facet::evidential_issue].included == std::vector<std::string>{"failure-to-escape", "victim-consent"});
    CHECK(request.facets[Facet::outcome].excluded == std::vector<std::string>{"acquitted"});
    CHECK(request.from->to_string() == "2010");
    CHECK(request.match == MatchMode::any);
    CHECK(request.sort == SortOrder::oldest);
    CHECK(request.page == 3);
    CHECK(request.size == 50);
    CHECK(request.lang == "ar");
    CHECK(request.explain);
    CHECK_FALSE(request.wants_counts);
    CHECK_FALSE(request.wants_passages);
    CHECK(encode_search_url(request).ends_with("facets=none&passages=none"));
}

TEST_CASE("a URL asks for counts beyond the facets", "[views][url]") {
    const auto counts =
        decoded({{"pivot", "issue,role,outcome"}, {"pivot", "origin,destination"}, {"histogram", "month"}, {"sentences", "1"}}).counts;
    CHECK(counts.pivots ==
          std::vector<Pivot>{{PivotSide::issue, PivotSide::role, PivotSide::outcome}, {PivotSide::origin, PivotSide::destination}});
    CHECK(counts.histograms == std::vector<HistogramUnit>{HistogramUnit::month});
    CHECK(counts.sentences);
    CHECK(decoded({{"pivot", ""}, {"histogram", ""}, {"sentences", "0"}}).counts.empty());
    CHECK(decoded({{"pivot", "issue,outcome"}, {"pivot", "issue,outcome"}}).counts.pivots.size() == 1);
    SearchRequest usual;
    usual.counts = usual_counts();
    CHECK(decoded(split(encode_search_url(usual))) == usual);
}

TEST_CASE("a table that cannot be made is told with what can", "[views][url]") {
    const auto told = [](const std::string& name, const std::string& value) {
        const auto request = decode_search_url(std::vector<UrlParameter>{{name, value}});
        REQUIRE(request.has_error());
        return request.error().message + ' ' + request.error().mend;
    };
    CHECK(told("pivot", "issue,outcom") ==
          "The parameter pivot crosses sides such as issue,outcome; there is no side \"outcom\". Did you mean \"outcome\"? The sides are: "
          "issue, role, concept, act, means, purpose, outcome, crime, country, level, year, origin, destination.");
    CHECK(told("pivot", "issue").find("two or three sides") != std::string::npos);
    CHECK(told("pivot", "act,means,purpose,outcome").find("two or three sides") != std::string::npos);
    CHECK(told("pivot", "issue,issue").find("each side once") != std::string::npos);
    CHECK(told("pivot", "role,outcome").find("issue,role") != std::string::npos);
    for (const std::string bad : {",", "issue,", "issue,,outcome", "issue, outcome", "ISSUE,outcome"})
        CHECK(told("pivot", bad).find("there is no side") != std::string::npos);
    CHECK(told("histogram", "day").find("year or month") != std::string::npos);
    CHECK(told("sentences", "yes").find("0 or 1") != std::string::npos);
    std::vector<UrlParameter> many;
    for (const auto& [one, side] : pivot_side_names) {
        if (side != PivotSide::role && side != PivotSide::issue) many.emplace_back("pivot", "issue," + std::string(one));
    }
    many.resize(max_pivots);
    CHECK(decode_search_url(many).has_value());
    many.emplace_back("pivot", "issue,role");
    CHECK(decode_search_url(many).has_error());
}

TEST_CASE("what an HTML form sends empty counts as not given", "[views][url]") {
    CHECK(decoded({{"q", ""}, {"from", ""}, {"to", ""}, {"match", ""}, {"sort", ""}, {"explain", ""}, {"outcome", ""}, {"year", "!"}}) ==
          SearchRequest{});
}

TEST_CASE("what is the default is not written", "[views][url]") {
    CHECK(decoded({{"match", "all"}}).match == MatchMode::all);
    CHECK_FALSE(decoded({{"explain", "0"}}).explain);
    SearchRequest request;
    request.match = MatchMode::all;
    CHECK(encode_search_url(request) == "match=all");
    request.match = MatchMode::automatic;
    request.explain = true;
    CHECK(encode_search_url(request) == "explain=1");
}

TEST_CASE("a bad value is an error that names its parameter", "[views][url]") {
    const std::vector<UrlParameter> bad{{"page", "0"},
                                        {"page", "abc"},
                                        {"page", "-1"},
                                        {"page", "1e3"},
                                        {"page", "99999999999"},
                                        {"size", "0"},
                                        {"size", "101"},
                                        {"size", "20 "},
                                        {"sort", "best"},
                                        {"match", "some"},
                                        {"match", "automatic"},
                                        {"match", "All"},
                                        {"explain", "2"},
                                        {"explain", "true"},
                                        {"lang", "de"},
                                        {"from", "2010-02-30"},
                                        {"from", "yesterday"},
                                        {"to", "12/2010"},
                                        {"q", "\xFF"},
                                        {"q", std::string(max_query_bytes + 1, 'a')},
                                        {"evidental-issue", "x"},
                                        {"outcome", "\xC3"}};
    for (const auto& parameter : bad) {
        const auto request = decode_search_url(std::array{parameter});
        INFO(parameter.first << "=" << parameter.second);
        REQUIRE(request.has_error());
        CHECK((request.error().message.find(parameter.first) != std::string::npos || parameter.first == "q"));
        CHECK_FALSE(request.error().mend.empty());
    }
}

TEST_CASE("a parameter that an address does not take is told with the nearest that it takes, or with all", "[views][url]") {
    const auto told = [](const Result<SearchRequest>& read) {
        REQUIRE(read.has_error());
        return read.error().message + ' ' + read.error().mend;
    };
    const auto given = [](const std::string& name, const std::string& value) { return std::vector<UrlParameter>{{name, value}}; };
    CHECK(told(decode_search_url(given("outcom", "convicted"))) == "This address takes no parameter \"outcom\". Did you mean \"outcome\"?");
    CHECK(told(decode_search_url(given("evidential_issue", "x"))).ends_with("Did you mean \"evidential-issue\"?"));
    CHECK(told(decode_search_url(given("Q", "ship"))).ends_with("Did you mean \"q\"?"));
    CHECK(told(decode_search_url(given("utm_source", "x"))) ==
          "This address takes no parameter \"utm_source\". Those that it takes are: q, from, to, match, sort, page, size, lang, explain, "
          "facets, passages, pivot, histogram, sentences, evidential-issue, legal-concept, outcome, crime-type, jurisdiction, court-level, "
          "year.");
    // A slip is one without a value, too.
    CHECK(told(decode_search_url(given("outcom", ""))).ends_with("Did you mean \"outcome\"?"));
    CHECK(decoded({{"", ""}, {"q", "ship"}, {"", ""}}).text == "ship");
    CHECK(told(decode_search_url(given("", "ship"))) == "A value has no name. Write one before it, as in q=..., or leave it out.");
    CHECK(told(decode_bare_url(given("", "ship"))) == "A value has no name. Leave it out.");
    CHECK(told(decode_search_url(given("facets", "all"))) ==
          "The parameter facets takes only the word \"none\"; \"all\" is not. Correct it or leave it out.");
    CHECK(told(decode_language_url(given("q", "ship"))) == "This address takes no parameter \"q\". Those that it takes are: lang.");
    CHECK(decode_language_url(given("lang", "fr"))->lang == "fr");
    CHECK(told(decode_bare_url(given("lang", "fr"))) == "This address takes no parameter \"lang\". It takes none: leave it out.");
    CHECK(decode_bare_url({}).has_value());
}

TEST_CASE("what is long is not repeated whole where it is refused", "[views][url]") {
    const std::string much(9000, 'x');
    const std::string shown(80, 'x');
    const std::vector<UrlParameter> refused{{much, "1"}, {"size", much}, {"sort", much}, {"from", much}, {"facets", much}, {"pivot", much}};
    for (const auto& parameter : refused) {
        const auto request = decode_search_url(std::array{parameter});
        REQUIRE(request.has_error());
        INFO(request.error().message);
        CHECK(request.error().message.find('"' + shown + "...\"") != std::string::npos);
        CHECK(request.error().message.size() < 300);
    }
}

TEST_CASE("what has one value is not given another in silence", "[views][url]") {
    for (const auto& twice : std::vector<std::vector<UrlParameter>>{{{"q", "ship"}, {"q", "boat"}},
                                                                    {{"page", "1"}, {"page", "2"}},
                                                                    {{"sort", "newest"}, {"size", "5"}, {"sort", "oldest"}},
                                                                    {{"sentences", "1"}, {"sentences", "0"}},
                                                                    {{"from", "2010"}, {"from", "2011"}}}) {
        const auto& name = twice.front().first;
        INFO(name);
        const auto request = decode_search_url(twice);
        REQUIRE(request.has_error());
        CHECK(request.error().message == "The parameter " + name + " is given twice, with different values.");
        CHECK(request.error().mend == "Leave one of them out.");
    }
    CHECK(decoded({{"q", "ship"}, {"q", ""}, {"q", "ship"}, {"page", ""}, {"page", "2"}}).page == 2);
    CHECK(decoded({{"outcome", "convicted"}, {"outcome", "acquitted"}}).facets[Facet::outcome].included.size() == 2);
    CHECK(readable_part(std::vector<UrlParameter>{{"q", "ship"}, {"q", "boat"}, {"page", "0"}, {"page", "2"}}) ==
          decoded({{"q", "ship"}, {"page", "2"}}));
}

TEST_CASE("a range of dates that ends before it begins is an error that names both dates", "[views][url]") {
    const std::vector<UrlParameter> reversed{{"to", "2010-02"}, {"from", "2010-03-01"}};
    const auto request = decode_search_url(reversed);
    REQUIRE(request.has_error());
    CHECK(request.error().message == "The parameter to takes a date that does not lie before from, 2010-03-01; \"2010-02\" is not.");
    CHECK(decoded({{"from", "2010-02-28"}, {"to", "2010-02"}}).to == PartialDate::parse("2010-02"));
    CHECK(decoded({{"from", "2010"}, {"to", "2010-05"}}).from == PartialDate::parse("2010"));
}

TEST_CASE("of parameters that are no request, what makes sense can still be read", "[views][url]") {
    const auto kept = [](const std::vector<UrlParameter>& parameters) {
        REQUIRE(decode_search_url(parameters).has_error());
        return encode_search_url(readable_part(parameters));
    };
    CHECK(kept({{"q", "passport"}, {"from", "abc"}, {"outcome", "convicted"}, {"lang", "fr"}}) == "q=passport&outcome=convicted&lang=fr");
    CHECK(kept({{"page", "0"}, {"nonsense", "1"}, {"to", "2011"}}) == "to=2011");
    CHECK(kept({{"from", "2012"}, {"to", "2011"}}) == "from=2012");
    const std::string text(max_query_bytes + 1, 'a');
    CHECK(readable_part(std::vector<UrlParameter>{{"q", text}}).text == text);
    CHECK(readable_part(std::vector<UrlParameter>{{"q", "\xFF"}}).text.empty());
    std::vector<UrlParameter> many;
    for (int i = 0; i < 300; ++i) many.emplace_back("outcome", "o" + std::to_string(i));
    CHECK(decode_search_url(many).has_error());
    CHECK(decode_search_url(split(encode_search_url(readable_part(many)))).has_value());
}

TEST_CASE("an id in a path is encoded", "[views][url]") {
    CHECK(case_path("case-099") == "/cases/case-099");
    CHECK(case_path("a?q=#/é") == "/cases/a%3Fq%3D%23%2F%C3%A9");
    SearchRequest request;
    request.similar_to = "a?b";
    CHECK(search_path(request) == "/cases/a%3Fb/similar");
}

TEST_CASE("a request survives its URL", "[views][url]") {
    std::mt19937 random(42);
    const std::array texts{"", "a b", "\"x\" AND (y OR -z)", "R&D=1+1?#%", "السخرة", "债役 é", "!x", "a+b"};
    const std::array values{"x", "!odd", "a b", "not-recorded", "é&=", "NL"};
    for (int i = 0; i < 2'000; ++i) {
        SearchRequest request;
        request.text = texts[random() % texts.size()];
        for (const auto facet : all_facets) {
            if (random() % 3 == 0) request.facets[facet].included = {values[random() % values.size()]};
            if (random() % 5 == 0) request.facets[facet].excluded = {"y", "x y"};
            // "!odd" cannot be told from an excluded "odd": no id begins so.
            std::erase(request.facets[facet].included, "!odd");
        }
        if (random() % 2 == 0) request.from = PartialDate::parse("2010-02");
        if (random() % 2 == 0) request.to = PartialDate::parse("2012-03-04");
        request.match = static_cast<MatchMode>(random() % 3);
        request.sort = static_cast<SortOrder>(random() % 3);
        request.page = 1 + static_cast<std::uint32_t>(random() % 5);
        request.size = 1 + static_cast<std::uint32_t>(random() % max_page_size);
        request.lang = std::string(label_languages[random() % label_languages.size()]);
        request.explain = random() % 2 == 0;
        INFO(encode_search_url(request));
        CHECK(decoded(split(encode_search_url(request))) == request);
    }
    CHECK(encode_search_url({}).empty());
}

}  // namespace palermo::test
