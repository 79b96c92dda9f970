// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palermo::test {
namespace {

namespace json = boost::json;

json::value similar(HttpClient& client, const std::string& id, const std::string& query) {
    const auto reply = client.get("/api/v1/cases/" + id + "/similar?" + query);
    INFO(id << ' ' << query << '\n' << reply.body);
    REQUIRE(reply.status == 200);
    CHECK(reply.header("content-type") == "application/json");
    return json::parse(reply.body);
}

/// Chooses every value of a facet and checks that it gives as many cases as was said.
void choose_every(HttpClient& client, const std::string& id, const std::string& facet, const json::array& buckets) {
    for (const auto& bucket : buckets) {
        const auto value = std::string(bucket.at("id").as_string());
        INFO(id << ' ' << facet << '=' << value);
        CHECK(total(similar(client, id, "size=1&" + facet + '=' + url_encode(value))) == bucket.at("count").to_number<std::uint64_t>());
        choose_every(client, id, facet, bucket.at("children").as_array());
    }
}

}  // namespace

TEST_CASE("every case that is similar to a bundled one says why", "[e2e][similar]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {std::filesystem::path(PALERMO_SOURCE_DIR) / "corpus" / "cases"});
    const Daemon daemon(index);
    auto client = daemon.client();
    std::uint64_t with_similar = 0;
    for (const auto& id : all_ids(client, "")) {
        const auto answer = similar(client, id, "size=100");
        CHECK(answer.at("similar_to").at("id").as_string() == id.c_str());
        if (total(answer) > 0) ++with_similar;
        const auto& hits = answer.at("hits").as_array();
        CHECK(hits.size() == total(answer));
        for (const auto& hit : hits) {
            INFO(id << ' ' << hit.at("id").as_string().c_str());
            CHECK(hit.at("id").as_string() != id.c_str());
            const auto& reasons = hit.at("reasons");
            const auto words = reasons.at("words").as_array().size();
            CHECK(words <= 8);
            CHECK(reasons.at("evidential_issues").as_array().size() + reasons.at("legal_concepts").as_array().size() + words > 0);
            CHECK(hit.at("score").to_number<double>() > 0);
        }
    }
    CHECK(with_similar > 95);

    const auto open = similar(client, "case-099", "");
    for (const auto& facet : open.at("facets").as_object()) {
        choose_every(client, "case-099", std::string(facet.key()), facet.value().at("buckets").as_array());
    }
}

TEST_CASE("similar cases have a page, an etag and the errors of the house", "[e2e][similar]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    auto one = case_of("one", "They came by ship.");
    auto two = case_of("two", "They walked.");
    one.evidential_issues = two.evidential_issues = {{.id = "failure-to-escape"}};
    load(index, {write_case(directory, one), write_case(directory, two)});
    const Daemon daemon(index);
    auto client = daemon.client();

    const auto page = client.get("/cases/one/similar");
    CHECK(page.status == 200);
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    CHECK(page.body.find("/cases/two") != std::string::npos);
    CHECK(page.body.find("Shares: ") != std::string::npos);
    CHECK(client.get("/cases/one").body.find("href=\"/cases/one/similar\"") != std::string::npos);

    for (const std::string target : {"/cases/one/similar", "/api/v1/cases/one/similar"}) {
        const auto etag = client.get(target).header("etag");
        REQUIRE_FALSE(etag.empty());
        CHECK(client.get(target, {{"If-None-Match", etag}}).status == 304);
        CHECK(client.get(target + "?lang=fr").header("etag") != etag);
    }
    CHECK(client.get("/cases/nobody/similar").status == 404);
    for (const auto& [query, status] : std::vector<std::pair<std::string, int>>{
             {"nobody/similar", 404}, {"one/similar?page=0", 400}, {"one/similar?unknown=x", 400}, {"one/similar?q=(", 400}}) {
        INFO(query);
        const auto reply = client.get("/api/v1/cases/" + query);
        CHECK(reply.status == status);
        CHECK(reply.header("content-type") == "application/problem+json");
    }
    CHECK(total(similar(client, "one", "q=walked")) == 1);
    CHECK(total(similar(client, "one", "q=ship")) == 0);
}

}  // namespace palermo::test
