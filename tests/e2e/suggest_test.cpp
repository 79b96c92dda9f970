// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

namespace palermo::test {
namespace {

namespace json = boost::json;

json::array suggestions(HttpClient& client, const std::string& typed, const std::string& more = "") {
    const auto reply = client.get("/api/v1/suggest?q=" + url_encode(typed) + more);
    INFO(typed << '\n' << reply.body);
    REQUIRE(reply.status == 200);
    CHECK(reply.header("content-type") == "application/json");
    return json::parse(reply.body).at("suggestions").as_array();
}

bool holds(const json::array& all, const std::string& kind, const std::string& text) {
    return std::any_of(all.begin(), all.end(), [&](const json::value& one) {
        return one.at("kind").as_string() == std::string_view(kind) && one.at("text").as_string() == std::string_view(text);
    });
}

TestRecord cited(const std::string& id, const std::string& title, const std::string& citation) {
    auto record = case_of(id, "The passport was withheld.");
    record.title = title;
    record.identifiers = {{"neutral-citation", citation}};
    return record;
}

}  // namespace

TEST_CASE("what is typed is completed, and what is suggested can be searched", "[e2e][suggest]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, cited("tang", "R v Tang", "[2008] HCA 39"))});
    const Daemon daemon(index);
    auto client = daemon.client();

    CHECK(holds(suggestions(client, "tan"), "case", "R v Tang"));
    CHECK(holds(suggestions(client, "2008 hca"), "citation", "[2008] HCA 39"));
    CHECK(holds(suggestions(client, "the pasport"), "word", "passport"));
    CHECK(holds(suggestions(client, "долговая"), "concept", "долговая кабала"));
    CHECK(suggestions(client, "t", "&limit=3&lang=fr").size() == 3);
    CHECK(suggestions(client, "").empty());
    for (const auto& suggestion : suggestions(client, "R v Tan")) {
        CHECK(client.get("/api/v1/search?q=" + url_encode(std::string(suggestion.at("query").as_string()))).status == 200);
    }

    const auto first = client.get("/api/v1/suggest?q=tan");
    CHECK(json::parse(first.body).at("generation") == 1);
    CHECK(client.get("/api/v1/suggest?q=tan", {{"If-None-Match", first.header("etag")}}).status == 304);

    load(index, {write_case(directory, cited("tang", "R v Tangled", "[2009] HCA 40"))});
    REQUIRE(eventually([&] { return holds(suggestions(client, "tan"), "case", "R v Tangled"); }));
    CHECK_FALSE(holds(suggestions(client, "tan"), "case", "R v Tang"));
    CHECK_FALSE(holds(suggestions(client, "2008 hca"), "citation", "[2008] HCA 39"));
}

TEST_CASE("a request for suggestions that makes no sense is told why", "[e2e][suggest]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "They came by ship."))});
    const Daemon daemon(index);
    auto client = daemon.client();
    for (const std::string query : {"limit=0", "limit=21", "limit=ten", "lang=de", "size=3", "unknown=x", "q=%"}) {
        INFO(query);
        const auto reply = client.get("/api/v1/suggest?" + query);
        CHECK(reply.status == 400);
        CHECK(reply.header("content-type") == "application/problem+json");
    }
    CHECK(client.get("/api/v1/suggest?q=" + std::string(201, 'x')).status == 400);
    CHECK(client.get("/api/v1/suggest?q=" + std::string(200, 'x')).status == 200);
    CHECK(client.request("POST", "/api/v1/suggest?q=ship").status == 405);
    std::mt19937 random(20261124);
    const std::string alphabet = "sshhiipp \"()-*";
    for (int i = 0; i < 300; ++i) {
        std::string typed(random() % 40, ' ');
        for (auto& c : typed) c = i % 2 == 0 ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
        const auto reply = client.get("/api/v1/suggest?q=" + url_encode(typed));
        INFO(typed);
        CHECK((reply.status == 200 || reply.status == 400));
    }
}

}  // namespace palermo::test
