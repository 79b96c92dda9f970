// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/handlers.hpp"

#include "tests/searchd/daemon_world.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <chrono>
#include <cstdint>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace palermo::test {
namespace {

/// One worker.
Config config_with(std::uint32_t search_timeout_ms) {
    Config config;
    config.workers = 1;
    config.search_timeout_ms = search_timeout_ms;
    return config;
}

}  // namespace

TEST_CASE("when too many searches wait, a further one is told to come again", "[handlers]") {
    DaemonWorld world(config_with(60'000), 1);
    std::promise<void> waited;
    {
        const BusyWorker busy(world.pool());
        REQUIRE(world.pool().submit([&](Searcher&) { waited.set_value(); }));
        CHECK(world.metric("palermo_searches_waiting") == 1);
        const auto refused = world.client().get("/api/v1/search?q=ship");
        CHECK(refused.status == 503);
        CHECK(refused.header("retry-after") == "2");
        CHECK(boost::json::parse(refused.body).at("type") == "urn:palermo:problem:too-busy");
        const auto page = world.client().get("/?q=ship");
        CHECK(page.status == 503);
        CHECK(page.header("content-type") == "text/html; charset=utf-8");
        CHECK(world.client().get("/api/v1/status").status == 200);
        CHECK(world.client().get("/healthz").status == 200);
        CHECK(world.metric("palermo_searches_refused_total") == 2);
    }
    waited.get_future().wait();
    CHECK(world.client().get("/api/v1/search?q=ship").status == 200);
    CHECK(world.metric("palermo_searches_waiting") == 0);
}

TEST_CASE("a search that has waited past its deadline is given up", "[handlers]") {
    DaemonWorld world(config_with(1));
    std::future<HttpReply> late;
    {
        const BusyWorker busy(world.pool());
        late = std::async(std::launch::async, [&] { return world.client().get("/api/v1/search?q=ship"); });
        while (world.pool().waiting() == 0) std::this_thread::yield();
        // Its deadline was set before it came to wait: it has passed when the clock has moved on by more.
        const auto past = std::chrono::steady_clock::now() + std::chrono::milliseconds{2};
        std::this_thread::sleep_until(past);
    }
    const auto reply = late.get();
    CHECK(reply.status == 503);
    CHECK(boost::json::parse(reply.body).at("type") == "urn:palermo:problem:took-too-long");
    CHECK(world.metric("palermo_searches_timed_out_total") == 1);
    CHECK(world.metric("palermo_result_cache_entries") == 0);
}

TEST_CASE("who asks only if there is nothing is told that there is something, or that there is nothing", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    struct Asked {
        std::string target;
        int status;
    };
    for (const auto& [target, status] : std::vector<Asked>{{"/api/v1/cases/none", 404},
                                                           {"/api/v1/cases/none.xml", 404},
                                                           {"/api/v1/cases/none/similar", 404},
                                                           {"/cases/none", 404},
                                                           {"/api/v1/vocabularies/foo", 404},
                                                           {"/api/v1/vocabularies/foo/bar", 404},
                                                           {"/api/v1/vocabularies/legal-concept/bar", 404},
                                                           {"/api/v1/search?q=(", 400},
                                                           {"/?q=(", 400},
                                                           {"/api/v1/cases/by-ship", 304},
                                                           {"/cases/by-ship", 304},
                                                           {"/api/v1/vocabularies/legal-concept", 304},
                                                           {"/api/v1/search?q=ship", 304},
                                                           {"/assets/style.css", 304}}) {
        // The second answer to a search is a kept one.
        for (int turn = 0; turn < 2; ++turn) {
            INFO(target << ", turn " << turn);
            const auto reply = client.get(target, {{"If-None-Match", "*"}});
            CHECK(reply.status == status);
            CHECK(reply.header("etag").empty() == (status >= 400));
            CHECK(reply.body.empty() == (status == 304));
        }
    }
    CHECK(client.get("/api/v1/search?q=ship").body.find("by-ship") != std::string::npos);
}

TEST_CASE("what is not there is said to be so anew each time", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    for (const std::string target : {"/api/v1/cases/none", "/api/v1/cases/none.xml", "/api/v1/cases/none/similar", "/cases/none",
                                     "/api/v1/vocabularies/foo", "/api/v1/vocabularies/legal-concept/bar"}) {
        INFO(target);
        const auto reply = client.get(target);
        CHECK(reply.status == 404);
        CHECK(reply.header("cache-control") == "no-cache");
        CHECK(reply.header("etag").empty());
    }
    CHECK(client.get("/api/v1/vocabularies/legal-concept/zzzzzz").body.find("All are at /api/v1/vocabularies/legal-concept.") !=
          std::string::npos);
    world.index().load({case_with("none", "They walked.")});
    while (world.holder().current()->manifest().generation != 2) std::this_thread::yield();
    CHECK(client.get("/api/v1/cases/none").status == 200);
}

TEST_CASE("a repair that is offered works", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    const std::vector<std::string> broken{
        "\"", "(", "\"\"", "(ship", "outcome:convictd country:XX", "country:XX", "ship AND (country:XX OR \"", "outcome:convictd \"ship"};
    for (const auto& query : broken) {
        INFO(query);
        const auto reply = client.get("/api/v1/search?q=" + url_encode(query));
        REQUIRE(reply.status == 400);
        const auto problem = boost::json::parse(reply.body);
        CHECK(problem.at("query").as_string() == query);
        const std::string repair(problem.at("repair").as_string());
        INFO(repair);
        CHECK(client.get("/api/v1/search?q=" + url_encode(repair)).status == 200);
    }
    // Closed, it would be longer than a query may be.
    const auto long_one = client.get("/api/v1/search?q=(" + std::string(5999, 'x'));
    CHECK(long_one.status == 400);
    CHECK_FALSE(boost::json::parse(long_one.body).as_object().contains("repair"));
}

TEST_CASE("the page about a mistake keeps the filters, the language and the place", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    const auto offers = [&](const std::string& target, const std::string& markup) {
        const auto reply = client.get(target);
        INFO(target << " without " << markup << " in " << reply.body);
        CHECK(reply.status == 400);
        CHECK(reply.body.find(markup) != std::string::npos);
    };
    offers("/?q=%22passport&outcome=convicted&lang=fr&from=2005",
           "href=\"/?q=%22passport%22&amp;outcome=convicted&amp;from=2005&amp;lang=fr\"");
    offers("/cases/by-ship/similar?q=%22passport&outcome=convicted",
           "href=\"/cases/by-ship/similar?q=%22passport%22&amp;outcome=convicted\"");
    offers("/?q=passport&from=abc&outcome=convicted", "href=\"/?q=passport&amp;outcome=convicted\"");
    offers("/?q=passport&from=abc&outcome=convicted", "name=\"q\" value=\"passport\"");
    offers("/cases/by-ship/similar?q=passport&size=0", "href=\"/cases/by-ship/similar?q=passport\"");
    offers("/cases/by-ship?q=passport&lang=xx", "href=\"/cases/by-ship?q=passport\"");
    offers("/?q=" + std::string(6001, 'x'), "name=\"q\" value=\"" + std::string(6001, 'x') + '"');
}

TEST_CASE("a case leads back to the search that it was opened from, as far as that makes sense", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    const auto page = client.get("/cases/by-ship?q=ship&outcome=nonsense&outcome=convicted");
    CHECK(page.status == 200);
    CHECK(page.body.find("nonsense") == std::string::npos);
    CHECK(page.body.find("href=\"/?q=ship&amp;outcome=convicted\"") != std::string::npos);
    CHECK(client.get("/?q=ship&outcome=convicted").status == 200);
}

TEST_CASE("a parameter that an address does not take is refused, wherever it is", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    for (const std::string path :
         {"/api/v1/search", "/api/v1/suggest", "/api/v1/cases/by-ship", "/api/v1/cases/by-ship.xml", "/api/v1/cases/by-ship/similar",
          "/api/v1/vocabularies/legal-concept", "/api/v1/vocabularies/legal-concept/debt-bondage", "/api/v1/status"}) {
        INFO(path);
        CHECK(client.get(path).status == 200);
        CHECK(client.get(path + "?&").status == 200);
        for (const std::string unknown : {"?bogus=1", "?bogus", "?lang=fr&bogus=1"}) {
            const auto reply = client.get(path + unknown);
            CHECK(reply.status == 400);
            CHECK(reply.header("content-type") == "application/problem+json");
            const auto problem = boost::json::parse(reply.body);
            CHECK(problem.at("type") == "urn:palermo:problem:bad-parameter");
            CHECK(std::string(problem.at("detail").as_string()).starts_with("This address takes no parameter \""));
        }
    }
    for (const std::string path : {"/", "/cases/by-ship", "/cases/by-ship/similar"}) {
        INFO(path);
        const auto page = client.get(path + "?q=ship&outcom=convicted");
        CHECK(page.status == 400);
        CHECK(page.header("content-type") == "text/html; charset=utf-8");
        CHECK(page.body.find("Did you mean &quot;outcome&quot;?") != std::string::npos);
        CHECK(page.body.find("href=\"" + path + "?q=ship\" rel=\"nofollow\">Leave it out") != std::string::npos);
        CHECK(client.get(path + "?q=ship").status == 200);
    }
}

TEST_CASE("a value that no case can have is told with those that there are, or how to see them", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    const auto told = [&](const std::string& parameter) {
        const auto reply = client.get("/api/v1/search?" + parameter);
        INFO(reply.body);
        CHECK(reply.status == 400);
        return std::string(boost::json::parse(reply.body).at("detail").as_string());
    };
    CHECK(told("court-level=moon") ==
          "There is no court-level \"moon\". The values are appeal, constitutional, first-instance, international, not-recorded, other, "
          "supreme.");
    CHECK(told("jurisdiction=Atlantis") == "There is no jurisdiction \"Atlantis\". Choose one that a search without jurisdiction lists.");
    CHECK(told("jurisdiction=Suisse") == "There is no jurisdiction \"Suisse\". Did you mean \"CH\"?");
    CHECK(told("outcome=no+consta") == "There is no outcome \"no consta\". Did you mean \"not-recorded\"?");
    CHECK(told("outcome=aquitted") == "There is no outcome \"aquitted\". Did you mean \"acquitted\"?");
    CHECK(told("outcome=Not-Recorded") == "There is no outcome \"Not-Recorded\". Did you mean \"not-recorded\"?");
    CHECK(told("year=20xx") == "There is no year \"20xx\". Write a year in four digits.");
    // However long it is.
    CHECK(told("legal-concept=" + std::string(30'000, 'x')) ==
          "There is no legal-concept \"" + std::string(80, 'x') + "...\". Choose one that a search without legal-concept lists.");
    CHECK(told("q=country:" + std::string(5'000, 'x')) == "There is no country \"" + std::string(80, 'x') + "...\".");
    const auto long_id = client.get("/api/v1/cases/" + std::string(5'000, 'x'));
    CHECK(long_id.status == 404);
    CHECK(boost::json::parse(long_id.body).at("detail").as_string() ==
          "The collection holds no case with the id \"" + std::string(80, 'x') + "...\". It may have been taken out; search for it.");
}

TEST_CASE("no country is answered with another one", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    struct Asked {
        std::string country;
        std::string mend;
    };
    const std::string none = "Choose one that a search without jurisdiction lists.";
    for (const auto& [country, mend] : std::vector<Asked>{{"IRL", "Did you mean \"IE\"?"},
                                                          {"aut", "Did you mean \"AT\"?"},
                                                          {"CHN", "Did you mean \"CN\"?"},
                                                          {"UK", "Did you mean \"GB\"?"},
                                                          {"nl", "Did you mean \"NL\"?"},
                                                          {"XX", none},
                                                          {"IRX", none},
                                                          {"IRAN", "Did you mean \"IR\"?"},
                                                          {"IRUN", none}}) {
        INFO(country);
        const auto reply = client.get("/api/v1/search?jurisdiction=" + country);
        CHECK(reply.status == 400);
        CHECK(boost::json::parse(reply.body).at("detail").as_string() == "There is no jurisdiction \"" + country + "\". " + mend);
    }
}

TEST_CASE("the way out of a mistake leads to no other", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    for (const std::string path : {"/", "/cases/by-ship", "/cases/by-ship/similar"}) {
        const auto page = client.get(path + "?q=ship&outcom=convicted&outcome=nonsense&outcome=convicted&court-level=!moon").body;
        INFO(page);
        CHECK(page.find("href=\"" + path + "?q=ship&amp;outcome=convicted\" rel=\"nofollow\">Leave it out") != std::string::npos);
        CHECK(client.get(path + "?q=ship&outcome=convicted").status == 200);
    }
}

TEST_CASE("labels come in the language that is asked for", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto decided = case_with("second", "She came by ship.");
    decided.outcome = "convicted";
    decided.court_level = "appeal";
    world.index().load({decided});
    auto client = world.client();
    while (world.holder().current()->manifest().generation != 2) std::this_thread::yield();
    const auto answer = boost::json::parse(client.get("/api/v1/search?q=ship&outcome=convicted&lang=fr").body);
    const auto& hit = answer.at("hits").at(0);
    CHECK(hit.at("outcome") == "convicted");
    CHECK(hit.at("outcome_label") == "Condamnation");
    CHECK(hit.at("court_level_label") == "Cour d'appel");
    CHECK(hit.at("jurisdiction_label") == "Pays-Bas");
    CHECK(answer.at("facets").at("outcome").at("buckets").at(0).at("label") == "Condamnation");
    CHECK(client.get("/?lang=es").body.find("Condena") != std::string::npos);
    CHECK(client.get("/cases/second?lang=zh").body.find("定罪") != std::string::npos);
    const auto read = boost::json::parse(client.get("/api/v1/search?q=outcome:condena&lang=ru").body);
    CHECK(read.at("total") == 1);
    CHECK(read.at("query").at("parts").at(0).at("label") == "Осуждение");
    // Who asks for a case that is not there goes on in the same language.
    CHECK(client.get("/cases/none?lang=fr").body.find("<input type=\"hidden\" name=\"lang\" value=\"fr\"/>") != std::string::npos);
    const auto nowhere = client.get("/nowhere?lang=fr&q=ship");
    CHECK(nowhere.status == 404);
    CHECK(nowhere.body.find("<input type=\"hidden\" name=\"lang\" value=\"fr\"/>") != std::string::npos);
    CHECK(nowhere.body.find("href=\"/?lang=fr\"") != std::string::npos);
    CHECK(nowhere.body.find("name=\"q\" value=\"ship\"") != std::string::npos);
    CHECK(client.get("/api/v1/nowhere?lang=fr").header("content-type") == "application/problem+json");
}

TEST_CASE("each form of a case takes what changes it, and nothing else", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    CHECK(client.get("/api/v1/cases/by-ship?lang=fr").status == 200);
    CHECK(client.get("/api/v1/cases/by-ship?lang=fr", {{"Accept", "application/xml"}}).status == 200);
    CHECK(client.get("/api/v1/cases/by-ship?q=ship").status == 400);
    CHECK(client.get("/api/v1/cases/by-ship.xml?lang=fr").status == 400);
    // The page of a case leads back to the search from which it was opened.
    CHECK(client.get("/cases/by-ship?q=ship&page=2&pivot=issue,outcome").status == 200);
}

TEST_CASE("the form asked for is read from all lines of a list", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    auto client = world.client();
    client.send_bytes("GET /api/v1/cases/by-ship HTTP/1.1\r\nHost: a\r\nAccept: application/json;q=0.1\r\nAccept: application/xml\r\n\r\n");
    CHECK(client.read_reply().header("content-type") == "application/xml; charset=utf-8");
    const auto tag = client.get("/api/v1/cases/by-ship").header("etag");
    client.send_bytes("GET /api/v1/cases/by-ship HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"other\"\r\nIf-None-Match: " + tag + "\r\n\r\n");
    CHECK(client.read_reply().status == 304);
}

TEST_CASE("a program is told in its own form that its address is too long", "[handlers]") {
    DaemonWorld world(config_with(60'000));
    const std::string much(40'000, 'x');
    const auto told = world.client().get("/api/v1/search?q=" + much);
    CHECK(told.status == 431);
    CHECK(told.header("content-type") == "application/problem+json");
    CHECK(boost::json::parse(told.body).at("status") == 431);
    CHECK(world.client().get("/?q=" + much).header("content-type") == "text/html; charset=utf-8");
}

}  // namespace palermo::test
