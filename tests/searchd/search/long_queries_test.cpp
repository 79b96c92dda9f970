// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/parser.hpp"
#include "searchd/search/searcher.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>

namespace palermo::test {
namespace {

bool has_note(const SearchResult& result, std::string_view code) {
    return std::ranges::find(result.notes, code, &Note::code) != result.notes.end();
}

}  // namespace

TEST_CASE("of a long text the rarest words are searched for, however many are equally rare", "[search]") {
    auto searcher = searcher_on(three_segments());
    std::string text = "passport withheld";
    for (int i = 0; i < 200; ++i) text += " nowhere" + std::to_string(i);
    const auto result = answer(searcher, text);
    CHECK(has_note(result, "long-text"));
    CHECK(has_note(result, "many-words"));
    CHECK(sorted_ids(result) == std::vector<std::string>{"bondage-late", "europe"});
    CHECK(answer(searcher, text.substr(text.find("nowhere0"))).total == 0);
}

TEST_CASE("an unknown value inside a group is told with a query that works", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const std::string text :
         {"country:(AU OR Atlantis)", "country:(Atlantis OR AU) debt", "outcome:aquitted", "debt (country:Atlantis OR passport)"}) {
        SearchRequest request;
        request.text = text;
        const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::max());
        INFO(text);
        REQUIRE(answered.has_value());
        const auto* mistake = std::get_if<QueryError>(&*answered);
        REQUIRE(mistake != nullptr);
        CHECK(mistake->offset < text.size());
        CHECK(std::holds_alternative<std::optional<query::Node>>(query::parse(mistake->repair)));
        CHECK(mistake->repair.find("Atlantis") == std::string::npos);
    }
}

TEST_CASE("a slip of the pen in a phrase is offered another spelling", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto result = answer(searcher, "\"debt bondge\"");
    CHECK(result.total == 0);
    REQUIRE_FALSE(result.relaxations.empty());
    CHECK(result.relaxations.front().request.text == "\"debt bondage\"");
    CHECK(answer(searcher, result.relaxations.front().request).total == result.relaxations.front().total);
}

TEST_CASE("stars that stand for half of all words end at the deadline", "[search]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "pas* deb* bon*";
    const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::min());
    REQUIRE(answered.has_value());
    CHECK(std::holds_alternative<SearchTimedOut>(*answered));
}

}  // namespace palermo::test
