// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace palermo::test {
namespace {

pugi::xml_document page_of(HttpClient& client, const std::string& target) {
    const auto reply = client.get(target);
    INFO(target);
    REQUIRE(reply.status == 200);
    pugi::xml_document page;
    REQUIRE(page.load_string(reply.body.c_str()));
    return page;
}

/// Where a page offers its counts.
std::string counts_link(HttpClient& client, const std::string& target) {
    const auto page = page_of(client, target);
    const auto link = page.select_node("//a[.='Show counts']").node();
    REQUIRE(link);
    const std::string address = link.attribute("href").value();
    return address.substr(0, address.find('#'));
}

/// Follows every number of the tables; gives how many there were.
std::size_t follow_numbers(HttpClient& client, const pugi::xml_document& page) {
    const auto links = page.select_nodes("//section[@id='counts']//td/a");
    for (const auto& link : links) {
        const std::string address = link.node().attribute("href").value();
        const std::string number = link.node().text().get();
        const auto found = page_of(client, address);
        INFO(address);
        CHECK(std::string(found.select_node("//h1").node().text().get()) == number + (number == "1" ? " case" : " cases"));
    }
    return links.size();
}

const boost::json::value& pivot_of(const boost::json::value& answer, const std::string& name) {
    for (const auto& pivot : answer.at("counts").at("pivots").as_array()) {
        if (pivot.at("pivot").as_string() == name) return pivot;
    }
    throw std::runtime_error("no pivot " + name);
}

std::uint64_t cell(const boost::json::value& pivot, const boost::json::array& at) {
    for (const auto& each : pivot.at("cells").as_array()) {
        if (each.at("at") == at) return each.at("count").to_number<std::uint64_t>();
    }
    return 0;
}

}  // namespace

TEST_CASE("every number in the tables leads to just so many cases", "[e2e][counts]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {std::filesystem::path(PALERMO_SOURCE_DIR) / "corpus/cases"});
    const Daemon daemon(index);
    auto client = daemon.client();
    for (const std::string target : {"/?year=2010", "/?q=passport", "/?outcome=convicted&evidential-issue=mosaic-of-evidence",
                                     "/?q=debt+OR+juju", "/?q=passport+statement&match=any&legal-concept=act-harbouring"}) {
        INFO(target);
        const auto page = page_of(client, counts_link(client, target));
        CHECK(follow_numbers(client, page) > 5);
        CHECK(page.select_node("//section[@id='counts']//p[contains(., 'generation 1, made ')]"));
    }
}

TEST_CASE("a researcher crosses issue, role and outcome, and is told of what edition", "[e2e][counts]") {
    const TempDirectory directory;
    auto convicted = case_of("convicted", "She went back.");
    convicted.outcome = "convicted";
    convicted.decided = "2010-03-19";
    convicted.evidential_issues = {{.id = "return-to-trafficker", .role = "weakened", .paragraphs = "f1"}};
    convicted.sentences = {{.months = 24, .life = false, .suspended_months = 6}};
    auto acquitted = convicted;
    acquitted.id = "acquitted";
    acquitted.outcome = "acquitted";
    acquitted.decided = "2011";
    acquitted.sentences = {};
    auto bare = case_of("bare", "Nothing is known.");
    bare.origin = {"BR"};
    bare.sentences = {{.months = 0, .life = true, .suspended_months = 0}};
    for (const auto& record : {convicted, acquitted, bare}) write_case(directory, record);
    const auto index = directory.path() / "index";
    load(index, {directory.path() / "cases"});
    const Daemon daemon(index);
    auto client = daemon.client();

    const auto answer = search(client, "pivot=issue,role,outcome&pivot=origin,destination&histogram=month&histogram=year&sentences=1");
    CHECK(answer.at("generation") == 1);
    const auto& crossed = pivot_of(answer, "issue,role,outcome");
    CHECK(cell(crossed, {"return-to-trafficker", "weakened", "convicted"}) == 1);
    CHECK(cell(crossed, {"victim-behaviour", "weakened", "acquitted"}) == 1);
    CHECK(cell(crossed, {"not-recorded", "not-recorded", "not-recorded"}) == 1);
    CHECK(cell(pivot_of(answer, "origin,destination"), {"BR", "not-recorded"}) == 1);
    const auto& histograms = answer.at("counts").at("histograms").as_array();
    REQUIRE(histograms.size() == 2);
    CHECK(histograms[0].at("buckets") == boost::json::parse(R"([{"value":"2010-03","count":1}])"));
    CHECK(histograms[0].at("not_recorded") == 2);
    CHECK(histograms[1].at("not_recorded") == 1);
    CHECK(answer.at("counts").at("sentences") ==
          boost::json::parse(R"({"terms":{"n":1,"min":24,"lower_quartile":24,"median":24,"upper_quartile":24,"max":24},"life":1,
            "not_recorded":1,"suspended":{"n":1,"min":6,"lower_quartile":6,"median":6,"upper_quartile":6,"max":6}})"));
    CHECK_FALSE(search(client, "q=went").as_object().contains("counts"));

    const auto wrong = client.get("/api/v1/search?pivot=isue,outcome");
    CHECK(wrong.status == 400);
    CHECK(wrong.body.find("Did you mean \\\"issue\\\"?") != std::string::npos);
}

}  // namespace palermo::test
