// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::test {
namespace {

std::string name_at(std::string_view html, std::size_t at) {
    std::string name;
    for (; at < html.size() && std::isalnum(static_cast<unsigned char>(html[at])) != 0; ++at) name += html[at];
    return name;
}

/// What is wrong with the nesting of a page's elements; empty when nothing is. Every element but the void ones must be closed.
std::string fault_in(std::string_view html) {
    static const std::set<std::string> void_elements{"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"};
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        if (html.substr(at).starts_with("<!")) continue;
        const bool closing = html.substr(at).starts_with("</");
        const auto name = name_at(html, at + (closing ? 2 : 1));
        if (name.empty()) return "a stray < at " + std::string(html.substr(at, 40));
        if (void_elements.contains(name)) continue;
        if (!closing) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "</" + name + "> closes <" + (open.empty() ? "nothing" : open.back()) + '>';
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : '<' + open.back() + "> stays open";
}

}  // namespace

TEST_CASE("the pages are well-formed and show what was found", "[e2e]") {
    const TempDirectory directory;
    const auto write = [&](const std::string& id, const std::string& fact) {
        auto record = case_of(id, fact);
        record.title = "The State v. <" + id + "> & Sons";
        record.outcome = "convicted";
        return write_case(directory, record);
    };
    const auto index = directory.path() / "index";
    load(index, {write("one", "They came by \"ship\" <i>& stayed</i>."), write("two", "They walked.")});
    const Daemon daemon(index);
    auto client = daemon.client();

    SECTION("pages") {
        for (const auto* target : {"/", "/?q=ship", "/?q=nothinghere", "/?q=%3Cscript%3E", "/?outcome=convicted&q=they", "/cases/one",
                                   "/cases/none", "/none", "/?page=0", "/?q=(ship"}) {
            INFO(target);
            const auto reply = client.get(target);
            INFO(reply.body);
            CHECK(reply.header("content-type") == "text/html; charset=utf-8");
            CHECK(reply.body.starts_with("<!DOCTYPE html>"));
            CHECK(fault_in(reply.body) == "");
            CHECK(reply.body.find("<script") == std::string::npos);
            CHECK(reply.body.find("<i>") == std::string::npos);
        }
        const auto results = client.get("/?q=ship").body;
        CHECK(results.find("/cases/one") != std::string::npos);
        CHECK(results.find("/cases/two") == std::string::npos);
        CHECK(results.find("<mark>") != std::string::npos);
        CHECK(client.get("/cases/none").status == 404);
        CHECK(client.get("/cases/one").body.find("They came by") != std::string::npos);
    }

    SECTION("pages may be listed by search engines only when the operator says so") {
        CHECK(client.get("/").header("x-robots-tag") == "noindex");
        CHECK(client.get("/robots.txt").body == "User-agent: *\nDisallow: /?\nDisallow: /cases/*/similar?\nDisallow: /api/\n");
        const Daemon open(index, {"--allow-indexing"});
        CHECK(open.client().get("/").header("x-robots-tag").empty());
    }

    SECTION("an answer that has not changed is not sent again") {
        for (const auto* target : {"/?q=ship", "/api/v1/search?q=ship", "/cases/one", "/api/v1/cases/one", "/api/v1/cases/one.xml",
                                   "/api/v1/vocabularies/legal-concept", "/assets/style.css"}) {
            INFO(target);
            const auto first = client.get(target);
            REQUIRE(first.status == 200);
            const auto etag = first.header("etag");
            REQUIRE_FALSE(etag.empty());
            const auto again = client.get(target, {{"If-None-Match", "\"other\", " + etag}});
            CHECK(again.status == 304);
            CHECK(again.header("etag") == etag);
            CHECK(client.get(target, {{"If-None-Match", "\"other\""}}).status == 200);
        }
        CHECK(client.get("/?q=ship").header("etag") != client.get("/?q=walked").header("etag"));
        const auto json = client.get("/api/v1/cases/one").header("etag");
        CHECK(client.get("/api/v1/cases/one", {{"Accept", "application/xml"}}).header("etag") != json);
        const auto before = client.get("/?q=ship").header("etag");
        load(index, {write("three", "They came by ship, too.")});
        CHECK(eventually([&] { return client.get("/?q=ship", {{"If-None-Match", before}}).status == 200; }));
    }

    SECTION("the small routes answer") {
        CHECK(client.get("/healthz").body == "ok\n");
        CHECK(client.get("/assets/style.css").header("content-type") == "text/css; charset=utf-8");
        for (const auto* target :
             {"/api/v1/status", "/api/v1/vocabularies/legal-concept", "/api/v1/vocabularies/evidential-issue", "/api/v1/cases/one"}) {
            INFO(target);
            const auto reply = client.get(target);
            CHECK(reply.status == 200);
            CHECK(reply.header("content-type") == "application/json");
            CHECK(reply.header("x-palermo-generation") == "1");
            CHECK(boost::json::parse(reply.body).is_object());
        }
    }
}

}  // namespace palermo::test
