// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/request_target.hpp"

#include "tests/support/catch.hpp"

#include <random>
#include <string>

namespace palermo::http {
namespace {

std::string value_of(std::string_view target) {
    const auto parsed = parse_request_target(target);
    REQUIRE(parsed.has_value());
    REQUIRE(parsed->parameters.size() == 1);
    return parsed->parameters.front().second;
}

}  // namespace

TEST_CASE("a target is taken apart and decoded", "[http]") {
    const auto parsed = parse_request_target("/a%20b/c?x=1&y=%C3%A9&x=2&flag&=v");
    REQUIRE(parsed.has_value());
    CHECK(parsed->path == "/a b/c");
    CHECK(parsed->parameters == Fields{{"x", "1"}, {"y", "é"}, {"x", "2"}, {"flag", ""}, {"", "v"}});
    CHECK(parse_request_target("/")->parameters.empty());
}

TEST_CASE("a plus in the query is a blank, in the path it is a plus", "[http]") {
    CHECK(value_of("/?q=debt+bondage") == "debt bondage");
    CHECK(value_of("/?q=a%2Bb") == "a+b");
    CHECK(parse_request_target("/a+b")->path == "/a+b");
}

TEST_CASE("characters that people forget to encode are taken as meant", "[http]") {
    CHECK(value_of("/?q=\"debt+bondage\"") == "\"debt bondage\"");
    CHECK(value_of("/?q=[a]{b}|c\\d^e`f<g>") == "[a]{b}|c\\d^e`f<g>");
    CHECK(value_of("/?q=прокурор") == "прокурор");
    CHECK(parse_request_target("/fälle")->path == "/fälle");
}

TEST_CASE("the form with scheme and host means the same", "[http]") {
    const auto parsed = parse_request_target("http://example.org:8080/cases/x?q=1");
    REQUIRE(parsed.has_value());
    CHECK(parsed->path == "/cases/x");
    CHECK(parse_request_target("http://example.org")->path == "/");
}

TEST_CASE("a target that cannot be read is refused with a sentence", "[http]") {
    for (const auto* target :
         {"/?q=%zz", "/?q=%", "/?q=%4", "/%", "/?q=%C3", "/?q=%FF%FE", "/%80", "/?%80=x", "", "*", "relative", "/?q=%ED%A0%80"}) {
        INFO(target);
        const auto parsed = parse_request_target(target);
        REQUIRE(parsed.has_error());
        CHECK_FALSE(parsed.error().message.empty());
        CHECK_FALSE(parsed.error().mend.empty());
    }
}

TEST_CASE("random bytes as a target give a value or a sentence, never an exception", "[http]") {
    std::mt19937 random(20261123);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> length(0, 60);
    for (int i = 0; i < 20'000; ++i) {
        std::string target = i % 2 == 0 ? "/" : "/?q=";
        for (int left = length(random); left > 0; --left) target += static_cast<char>(byte(random));
        INFO(target);
        CHECK_NOTHROW(parse_request_target(target));
    }
}

}  // namespace palermo::http
