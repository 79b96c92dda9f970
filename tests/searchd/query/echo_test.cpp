// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/echo.hpp"

#include "searchd/query/parser.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <random>
#include <string>

namespace palermo::query {
namespace {

/// Whatever the text is: a tree whose echo gives the same tree, or an error whose repair has none.
void check_any(const std::string& text) {
    INFO("query: " << text);
    const auto parsed = parse(text);
    if (const auto* error = std::get_if<ParseError>(&parsed)) {
        CHECK(error->offset <= text.size());
        INFO("repair: " << error->repair);
        CHECK(std::holds_alternative<std::optional<Node>>(parse(error->repair)));
        return;
    }
    const auto& node = std::get<std::optional<Node>>(parsed);
    if (!node) return;
    const auto echo = read_as(*node);
    INFO("echo: " << echo);
    const auto again = parse(echo);
    REQUIRE(std::holds_alternative<std::optional<Node>>(again));
    CHECK(std::get<std::optional<Node>>(again) == node);
}

}  // namespace

TEST_CASE("the echo of any query parses back to the same tree", "[query]") {
    constexpr std::array pieces{"a", "bb",           " ",        " ",    "(", ")",  "\"", "AND", "OR", "NOT",
                                "-", "\xE2\x80\x9C", "\xC2\xBB", "3(a)", "é", "v.", "\t", "'",   "--", "x("};
    std::mt19937 random(20261123);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = random() % 14; length > 0; --length) text += pieces[random() % pieces.size()];
        check_any(text);
    }
}

TEST_CASE("random bytes are a query or a mistake, never a surprise", "[query]") {
    std::mt19937 random(1000);
    for (int i = 0; i < 5'000; ++i) {
        std::string text(random() % 40, ' ');
        for (auto& c : text) c = static_cast<char>(random() % 256);
        check_any(text);
    }
}

}  // namespace palermo::query
