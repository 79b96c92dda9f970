// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>

namespace palermo::test {
namespace {

/// "birch" was changed: its segment still holds the old text, and the generation no longer shows it. "gone" was, too, and then again.
const TempIndex& with_old_texts() {
    static const auto index = [] {
        const std::vector<TestIssue> issues{{.id = "return-to-trafficker", .role = "unclear", .paragraphs = "f1"}};
        auto made = std::make_unique<TempIndex>(
            std::vector<TestRecord>{{.id = "birch",
                                     .title = "The State v. Oldname",
                                     .facts = {"They came by zeppelin to an orchid greenhouse with a ledger.", "They came by ship."},
                                     .country = "NL",
                                     .court = "Court of Oldtown",
                                     .court_level = "first-instance",
                                     .decided = "1999",
                                     .outcome = "convicted",
                                     .legal_concepts = {"debt-bondage"},
                                     .evidential_issues = issues,
                                     .identifiers = {{"neutral-citation", "[1999] OLD 7"}}},
                                    {.id = "cedar",
                                     .title = "The State v. Cedar",
                                     .facts = {"They came by ship to an orchid greenhouse with a ledger and a zeppole."},
                                     .country = "NL",
                                     .outcome = "convicted",
                                     .legal_concepts = {"debt-bondage"},
                                     .evidential_issues = issues}});
        made->load({{.id = "birch",
                     .title = "The State v. Birch",
                     .facts = {"They came by ship to an orchid greenhouse with a ledger."},
                     .country = "BE",
                     .decided = "2005",
                     .outcome = "acquitted",
                     .legal_concepts = {"debt-bondage"}}});
        // The old text, and the empty document at the end of each segment.
        REQUIRE(made->snapshot()->deleted()->size() == 3);
        return made;
    }();
    return *index;
}

std::uint64_t count(const SearchResult& result, Facet facet, const std::string& value) {
    const auto* bucket = find_bucket(counts_of(result, facet).buckets, value);
    return bucket == nullptr ? 0 : bucket->count;
}

bool has_note(const SearchResult& result, const std::string& code) {
    return std::ranges::any_of(result.notes, [&](const Note& note) { return note.code == code; });
}

std::vector<Suggestion> suggested(const Searcher& searcher, const std::string& text) {
    return searcher.suggest({.text = text, .limit = max_suggestions}).value();
}

}  // namespace

TEST_CASE("an old text finds nothing and counts nowhere", "[search][deleted]") {
    auto searcher = searcher_on(with_old_texts());
    const auto all = answer(searcher, "");
    CHECK(sorted_ids(all) == std::vector<std::string>{"birch", "cedar"});
    CHECK(all.total == 2);
    CHECK(count(all, Facet::outcome, "convicted") == 1);
    CHECK(count(all, Facet::outcome, "acquitted") == 1);
    CHECK(count(all, Facet::jurisdiction, "NL") == 1);
    CHECK(count(all, Facet::jurisdiction, "BE") == 1);
    CHECK(count(all, Facet::year, "1999") == 0);
    CHECK(count(all, Facet::legal_concept, "debt-bondage") == 2);
    CHECK(count(all, Facet::evidential_issue, "return-to-trafficker") == 1);
    CHECK(count(all, Facet::court_level, "first-instance") == 0);
    for (const auto facet : {Facet::outcome, Facet::jurisdiction, Facet::year, Facet::court_level}) {
        std::uint64_t sum = counts_of(all, facet).not_recorded.count;
        for_each_bucket(counts_of(all, facet).buckets, [&](const Bucket& bucket) { sum += bucket.count; });
        INFO(name_of(facet));
        CHECK(sum == 2);
    }
    for (const std::string text : {"zeppelin", "\"by zeppelin\"", "zeppelin NEAR/3 came", "court:Oldtown", "title:Oldname", "year:1999"}) {
        INFO(text);
        CHECK(answer(searcher, text).total == 0);
    }
    CHECK(answer(searcher, "ship").total == 2);
    CHECK(answer(searcher, "concept:debt-bondage").total == 2);
    CHECK(answer(searcher, "-zeppelin").total == 2);
    for (const auto order : {SortOrder::newest, SortOrder::oldest}) {
        SearchRequest request;
        request.sort = order;
        CHECK(sorted_ids(answer(searcher, request)) == std::vector<std::string>{"birch", "cedar"});
    }
}

TEST_CASE("an old text is not named by what a query is read as", "[search][deleted]") {
    auto searcher = searcher_on(with_old_texts());
    const auto begun = answer(searcher, "zepp*");
    REQUIRE(begun.parts.size() == 1);
    CHECK(begun.parts.front().expanded == std::vector<std::string>{"zeppole"});
    const auto named = answer(searcher, "State v Oldname");
    CHECK_FALSE(has_note(named, "case-name"));
    CHECK(has_note(answer(searcher, "State v Cedar"), "case-name"));
    const auto cited = answer(searcher, "[1999] OLD 7");
    CHECK_FALSE(has_note(cited, "citation"));
    CHECK(has_note(cited, "citation-not-held"));
}

TEST_CASE("an old text lends no spelling, and a word that it alone has may be meant otherwise", "[search][deleted]") {
    TempIndex index{{.id = "a", .facts = {"They came by zeppelin."}}};
    index.load({{.id = "a", .facts = {"They came by zeppelins."}, .lang = "fr"}});
    auto searcher = searcher_on(index);
    for (const std::string typed : {"zeppelim", "zeppelinn"}) {
        for (const auto& near : answer(searcher, typed).relaxations) {
            INFO(near.reason);
            CHECK(near.request.text != "zeppelin");
        }
    }
    TempIndex other{{.id = "a", .facts = {"They came by zepelin."}}};
    other.load({{.id = "a", .facts = {"They came by zeppelin."}}});
    auto searcher_of_other = searcher_on(other);
    const auto relaxations = answer(searcher_of_other, "zepelin").relaxations;
    REQUIRE_FALSE(relaxations.empty());
    CHECK(relaxations.front().request.text == "zeppelin");
}

TEST_CASE("an old text is not suggested", "[search][deleted]") {
    const auto searcher = searcher_on(with_old_texts());
    for (const std::string typed : {"zepp", "The State v. Old", "Oldname", "[1999] OLD", "oldn"}) {
        for (const auto& suggestion : suggested(searcher, typed)) {
            INFO(typed << " -> " << suggestion.text);
            CHECK(suggestion.text.find("Old") == std::string::npos);
            CHECK(suggestion.text.find("OLD") == std::string::npos);
            CHECK(suggestion.text.find("zeppelin") == std::string::npos);
        }
    }
    const auto words = suggested(searcher, "zeppo");
    CHECK(std::ranges::any_of(words, [](const Suggestion& each) { return each.text == "zeppole"; }));
    const auto cases = suggested(searcher, "The State v. Bir");
    CHECK(std::ranges::count(cases, "birch", &Suggestion::id) == 1);
}

TEST_CASE("an old text is not among the similar cases, of others or of itself", "[search][deleted]") {
    auto searcher = searcher_on(with_old_texts());
    const auto like = [&](const std::string& id) {
        SearchRequest request;
        request.similar_to = id;
        request.explain = true;
        return std::get<SearchResult>(searcher.similar(request, std::chrono::steady_clock::time_point::max()).value().value());
    };
    CHECK(ids(like("birch")) == std::vector<std::string>{"cedar"});
    const auto others = like("cedar");
    CHECK(ids(others) == std::vector<std::string>{"birch"});
    CHECK(others.total == 1);
    REQUIRE(others.hits.front().reasons);
    CHECK(others.hits.front().reasons->evidential_issues.empty());
}

TEST_CASE("a word that a case shares with its own old text tells nothing", "[search][deleted]") {
    TempIndex index{{.id = "a", .facts = {"quagga dodo moa auk"}}, {.id = "b", .facts = {"auk"}}};
    index.load({{.id = "a", .facts = {"quagga dodo moa auk again"}}});
    auto searcher = searcher_on(index);
    SearchRequest request;
    request.similar_to = "a";
    request.explain = true;
    const auto like = std::get<SearchResult>(searcher.similar(request, std::chrono::steady_clock::time_point::max()).value().value());
    CHECK(like.total == 0);
}

TEST_CASE("the case itself, and why it was found, are as they are now", "[search][deleted]") {
    auto searcher = searcher_on(with_old_texts());
    const auto xml = searcher.source_xml("birch").value().value();
    CHECK(xml.find("State v. Birch") != std::string::npos);
    CHECK(xml.find("zeppelin") == std::string::npos);
    SearchRequest request;
    request.text = "ship";
    request.explain = true;
    const auto found = answer(searcher, request);
    REQUIRE(found.hits.size() == 2);
    for (const auto& hit : found.hits) {
        REQUIRE_FALSE(hit.explanation.empty());
        for (const auto& part : hit.explanation) {
            for (const auto& form : part.forms) CHECK(form.find("zeppelin") == std::string::npos);
        }
    }
    SearchRequest orchids;
    orchids.text = "orchid";
    const auto listed = std::get<SearchResult>(searcher.find_all(orchids, std::chrono::steady_clock::time_point::max()).value());
    CHECK(sorted_ids(listed) == std::vector<std::string>{"birch", "cedar"});
}

}  // namespace palermo::test
