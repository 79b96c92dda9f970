// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <random>
#include <string>

namespace palermo::test {
namespace {

std::string repeated(const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
}

/// One daemon over one case, for whoever wants to trouble it.
class Target {
public:
    Target()
        : daemon_([this] {
              const auto index = directory_.path() / "index";
              load(index, {write_case(directory_, case_of("one", "They came by ship."))});
              return index;
          }()) {}

    [[nodiscard]] HttpClient client() const { return daemon_.client(); }

private:
    TempDirectory directory_;
    Daemon daemon_;
};

}  // namespace

TEST_CASE("hostile requests are answered, refused with a reason, and never an error of the server", "[e2e]") {
    struct Hostile {
        std::string target;
        int status;  ///< 0: 200 and 400 are both right
    };
    const std::string api = "/api/v1/search?";
    const std::vector<Hostile> table{
        {"/%", 400},
        {"/%zz", 400},
        {"/?q=%", 400},
        {"/?q=%80", 400},
        {"/#fragment", 400},
        {"/..", 404},
        {"/../../../../etc/passwd", 404},
        {"/%2e%2e/%2e%2e/etc/passwd", 404},
        {"//etc/passwd", 404},
        {"/assets/../config", 404},
        {"/assets/%2e%2e%2fconfig", 404},
        {"/cases/", 404},
        {"/cases/one/two", 404},
        {"/cases/..%2f..%2fetc%2fpasswd", 404},
        {"/cases/one%00", 404},
        {"/cases/%F0%9F%92%A9", 404},
        {"/cases/" + std::string(5000, 'x'), 404},
        {"/cases/<script>alert(1)</script>", 404},
        {"/api/v1/cases/nothing", 404},
        {"/api/v1/cases/nothing.xml", 404},
        {"/api/v1/cases/" + std::string(300, 'Q'), 404},
        {"/api/v1/vocabularies/nothing", 404},
        {"/api/v2/search", 404},
        {"/api/v1/", 404},
        {"/" + std::string(100'000, 'x'), 431},
        {api + "page=0", 400},
        {api + "page=-1", 400},
        {api + "page=99999999999999999999", 400},
        {api + "page=1e9", 400},
        {api + "page=100001", 400},
        {api + "page=100000", 200},
        {api + "size=0", 400},
        {api + "size=101", 400},
        {api + "size=abc", 400},
        {api + "sort=random", 400},
        {api + "from=2010-02-30", 400},
        {api + "to=yesterday", 400},
        {api + "year=2010'%20OR%20'1'='1", 0},
        {api + "outcome=", 0},
        {api + "outcome=!", 0},
        {api + "outcome=!!convicted", 0},
        {api + "evidential-issue=nothing", 0},
        {api + "evidential-issue=" + std::string(3000, 'x'), 0},
        {api + "unknown=parameter", 400},
        {api + "unknown", 400},
        {api + "page=1&page=2", 400},
        {api + "q=ship&q=boat", 400},
        {api + "q=ship&q=ship", 200},
        {"/cases/one?unknown=parameter", 400},
        {"/cases/one/similar?unknown=parameter", 400},
        {"/api/v1/status?unknown=parameter", 400},
        {api + "q=" + std::string(6001, 'x'), 400},
        {api + "q=" + std::string(6000, 'x'), 200},
        {api + "q=" + repeated("%D8%B4", 3000), 200},
        {api + "q=" + repeated("%D8%B4", 3001), 400},
        {api + "q=" + std::string(2000, '('), 0},
        {api + "q=" + std::string(2000, '"'), 0},
        {api + "q=" + std::string(2000, '-'), 0},
        {api + "q=NOT", 0},
        {api + "q=NOT+NOT+NOT", 0},
        {api + "q=AND", 0},
        {api + "q=a+OR", 0},
        {api + "q=(ship", 0},
        {api + "q=ship)", 0},
        {api + "q=\"ship", 0},
        {api + "q=\"\"", 0},
        {api + "q=()", 0},
        {api + "q=-ship", 0},
        {api + "q=*", 0},
        {api + "q=%00", 0},
        {api + "q=ship%00", 0},
        {api + "q=%E2%80%AE%EF%BF%BF", 0},
        {api + "q=<b>%26lt;", 0},
        {api + "q&q&q", 0},
        {api + std::string(3000, '&'), 200},
        {api + "=&==&=x", 0},
    };
    Target target;
    for (const auto& hostile : table) {
        for (const std::string start : {"/api/v1/search?", "/?"}) {
            auto address = hostile.target;
            if (address.starts_with(api)) address.replace(0, api.size(), start);
            INFO(address.substr(0, 200));
            const auto reply = target.client().get(address);
            INFO(reply.body);
            CHECK(reply.status < 500);
            if (hostile.status != 0) CHECK(reply.status == hostile.status);
            if (reply.status < 400 || !address.starts_with("/api/")) continue;
            CHECK(reply.header("content-type") == "application/problem+json");
            const auto problem = boost::json::parse(reply.body);
            for (const auto* member : {"type", "title", "detail"}) CHECK_FALSE(problem.at(member).as_string().empty());
            CHECK(problem.at("status") == reply.status);
        }
    }
    CHECK(target.client().get("/api/v1/search?q=ship").status == 200);
}

TEST_CASE("a query that cannot be read says where, and how it would work", "[e2e]") {
    Target target;
    auto client = target.client();
    int refused = 0;
    for (const std::string query : {"(ship", "ship)", "\"ship", "ship AND", "OR ship", "NOT", "-ship", "()", "ship AND (NOT)"}) {
        INFO(query);
        const auto reply = client.get("/api/v1/search?q=" + url_encode(query));
        if (reply.status == 200) continue;
        ++refused;
        CHECK(reply.status == 400);
        const auto problem = boost::json::parse(reply.body);
        CHECK(problem.at("offset").to_number<std::size_t>() <= query.size());
        const std::string repair(problem.at("repair").as_string());
        CHECK(client.get("/api/v1/search?q=" + url_encode(repair)).status == 200);
        CHECK(client.get("/?q=" + url_encode(query)).status == 400);
    }
    CHECK(refused > 0);
}

TEST_CASE("random bytes as a query never are an error of the server", "[e2e]") {
    Target target;
    auto client = target.client();
    std::mt19937 random(20261123);
    const std::string alphabet = "\"()-*:ANDORNOT ship \xC3\xA9\xD8\xB4\xE4\xB8\xAD/\\'!~^[]{}<>&%+0";
    std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> length(0, 40);
    for (int i = 0; i < 600; ++i) {
        std::string query;
        for (int left = length(random); left > 0; --left) query += i % 3 == 0 ? static_cast<char>(byte(random)) : alphabet[letter(random)];
        const auto address = std::string(i % 2 == 0 ? "/" : "/api/v1/search") + "?q=" + url_encode(query);
        INFO(address);
        const auto reply = client.get(address);
        CHECK((reply.status == 200 || reply.status == 400));
    }
}

}  // namespace palermo::test
