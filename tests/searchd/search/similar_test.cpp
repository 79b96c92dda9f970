// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/similar_planner.hpp"
#include "searchd/search/similar_reasons.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace palermo::test {
namespace {

constexpr auto never = std::chrono::steady_clock::time_point::max();

/// Cases that share nothing with each other but "the court heard".
std::vector<TestRecord> others() {
    std::vector<TestRecord> records;
    for (const std::string word : {"quarry", "fishing", "circus", "bakery", "mining", "logging", "brick", "carpet"}) {
        records.push_back(
            {.id = "other-" + word, .title = word, .facts = {"The court heard of " + word + "s."}, .country = "FR", .decided = "1999"});
    }
    return records;
}

std::vector<TestRecord> alike() {
    return {{.id = "orchids",
             .title = "The State v. Grower",
             .facts = {"The court heard of an orchid greenhouse with a ledger.", "She returned to the pickers' barracks in 2004."},
             .country = "NL",
             .decided = "2005",
             .legal_concepts = {"debt-bondage"},
             .evidential_issues = {{.id = "return-to-trafficker", .paragraphs = "f2"}}},
            {.id = "same-issue",
             .title = "Another",
             .facts = {"It rained.", "The dancer went back to him."},
             .country = "BE",
             .decided = "2006",
             .outcome = "convicted",
             .evidential_issues = {{.id = "return-to-trafficker", .role = "strengthened", .paragraphs = "f2"}}},
            {.id = "same-concept",
             .title = "Third",
             .facts = {"A kiln."},
             .country = "BE",
             .outcome = "acquitted",
             .legal_concepts = {"debt-bondage"}},
            {.id = "same-words",
             .title = "Fourth",
             .facts = {"Two Greenhouses & their ledgers; a barrack."},
             .country = "NL",
             .outcome = "convicted"},
            {.id = "two-words", .title = "Fifth", .facts = {"Orchid; picker; 2004."}, .country = "NL"}};
}

std::vector<TestRecord> lonely() {
    return {{.id = "bare", .title = "The State v. Grower", .country = "FJ"},
            {.id = "german", .title = "Sache", .facts = {"Er schlief nicht."}, .lang = "de", .country = "DE"}};
}

/// In three segments.
const TempIndex& collection() {
    static const auto index = [] {
        auto made = std::make_unique<TempIndex>(others());
        made->load(alike());
        made->load(lonely());
        return made;
    }();
    return *index;
}

SearchRequest like(const std::string& id) {
    SearchRequest request;
    request.similar_to = id;
    return request;
}

SearchResult similar(const SearchRequest& request) {
    auto searcher = searcher_on(collection());
    auto answered = searcher.similar(request, never);
    REQUIRE(answered.has_value());
    REQUIRE(answered->has_value());
    REQUIRE(std::holds_alternative<SearchResult>(**answered));
    return std::get<SearchResult>(std::move(**answered));
}

const Hit& hit(const SearchResult& result, const std::string& id) {
    const auto found = std::ranges::find(result.hits, id, &Hit::id);
    REQUIRE(found != result.hits.end());
    return *found;
}

}  // namespace

TEST_CASE("a shared issue is more alike than a shared concept, and that than shared words", "[search][similar]") {
    const auto result = similar(like("orchids"));
    CHECK(ids(result) == std::vector<std::string>{"same-issue", "same-concept", "same-words"});
    CHECK(result.total == 3);
    REQUIRE(result.similar_to);
    CHECK(result.similar_to->id == "orchids");
    CHECK(result.similar_to->title == "The State v. Grower");
}

TEST_CASE("each hit says what it shares, words as they read there", "[search][similar]") {
    const auto result = similar(like("orchids"));
    const auto& issue = hit(result, "same-issue").reasons;
    REQUIRE(issue);
    REQUIRE(issue->evidential_issues.size() == 1);
    CHECK(issue->evidential_issues.front().id == "return-to-trafficker");
    CHECK(issue->evidential_issues.front().label != "return-to-trafficker");
    CHECK(issue->legal_concepts.empty());
    const auto& concept_ = hit(result, "same-concept").reasons;
    REQUIRE(concept_->legal_concepts.size() == 1);
    CHECK(concept_->legal_concepts.front().id == "debt-bondage");
    CHECK(concept_->words.empty());
    auto words = hit(result, "same-words").reasons->words;
    std::ranges::sort(words);
    CHECK(words == std::vector<std::string>{"Greenhouses", "barrack", "ledgers"});
}

TEST_CASE("the paragraph of the shared issue is shown, and shared words are marked", "[search][similar]") {
    const auto result = similar(like("orchids"));
    CHECK(hit(result, "same-issue").passage->paragraph == "f2");
    const auto& fragments = hit(result, "same-words").passage->fragments;
    const auto marked = std::ranges::count_if(fragments, &Fragment::marked);
    CHECK(marked == 3);
}

TEST_CASE("no case is similar to itself, and likeness by a tag goes both ways", "[search][similar]") {
    for (const auto& records : {others(), alike(), lonely()}) {
        for (const auto& record : records) {
            const auto found = ids(similar(like(record.id)));
            INFO(record.id);
            CHECK(std::ranges::find(found, record.id) == found.end());
        }
    }
    CHECK(ids(similar(like("same-concept"))) == std::vector<std::string>{"orchids"});
}

TEST_CASE("a case with no prose and no tags has no similar cases", "[search][similar]") {
    CHECK(similar(like("bare")).total == 0);
    CHECK(similar(like("german")).total == 0);
    CHECK(similar(like("other-circus")).total == 0);
}

TEST_CASE("a broader tag finds the cases below it", "[search][similar]") {
    const TempIndex index{{.id = "above", .title = "A", .legal_concepts = {"purpose-practices-similar-to-slavery"}},
                          {.id = "below", .title = "B", .legal_concepts = {"debt-bondage"}}};
    auto searcher = searcher_on(index);
    const auto answered = searcher.similar(like("above"), never);
    const auto& result = std::get<SearchResult>(**answered);
    CHECK(ids(result) == std::vector<std::string>{"below"});
    CHECK(result.hits.front().reasons->legal_concepts.front().id == "purpose-practices-similar-to-slavery");
}

TEST_CASE("facets and dates narrow similar cases, and each bucket gives its count", "[search][similar]") {
    const auto open = similar(like("orchids"));
    for (const auto& counts : open.facets) {
        for_each_bucket(counts.buckets, [&](const Bucket& bucket) {
            auto request = like("orchids");
            request.facets[counts.facet].included = {bucket.value.id};
            INFO(name_of(counts.facet) << ' ' << bucket.value.id);
            const auto narrowed = similar(request);
            CHECK(narrowed.total == bucket.count);
            CHECK(narrowed.hits.size() == bucket.count);
        });
    }
    auto request = like("orchids");
    request.facets[Facet::outcome].included = {"convicted"};
    const auto convicted = similar(request);
    CHECK(ids(convicted) == std::vector<std::string>{"same-issue", "same-words"});
    CHECK(find_bucket(counts_of(convicted, Facet::outcome).buckets, "acquitted")->count == 1);
    auto dated = like("orchids");
    dated.from = PartialDate::parse("2006");
    CHECK(ids(similar(dated)) == std::vector<std::string>{"same-issue"});
    auto second = like("orchids");
    second.size = 1;
    second.page = 2;
    CHECK(ids(similar(second)) == std::vector<std::string>{"same-concept"});
}

TEST_CASE("words that are typed leave out and move nothing", "[search][similar]") {
    auto request = like("orchids");
    request.text = "kiln OR ledger";
    CHECK(ids(similar(request)) == std::vector<std::string>{"same-concept", "same-words"});
    auto searcher = searcher_on(collection());
    request.text = "(";
    const auto answered = searcher.similar(request, never);
    CHECK(std::holds_alternative<QueryError>(**answered));
}

TEST_CASE("what most cases of a collection have in common makes none alike", "[search][similar]") {
    std::vector<TestRecord> records;
    for (int i = 0; i < 30; ++i) {
        const auto number = std::to_string(i);
        records.push_back({.id = "common-" + number,
                           .title = "Common",
                           .facts = {"Every single judgment says exactly these words."},
                           .legal_concepts = {"act-recruitment"}});
    }
    for (auto* record : {&records[3], &records[4]}) record->evidential_issues = {{.id = "threats"}};
    for (const std::string id : {"fr-1", "fr-2", "fr-3"}) {
        records.push_back({.id = id, .title = "Affaire", .facts = {"Dans cette affaire elle est venue avec eux."}, .lang = "fr"});
    }
    const TempIndex index(records);
    auto searcher = searcher_on(index);
    const auto total = [&](const std::string& id) { return std::get<SearchResult>(**searcher.similar(like(id), never)).total; };
    CHECK(total("common-0") == 0);
    CHECK(total("fr-1") == 0);
    const auto shared = searcher.similar(like("common-3"), never);
    const auto& hits = std::get<SearchResult>(**shared).hits;
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().id == "common-4");
    // What is common finds none, and is told of those that are found.
    CHECK(hits.front().reasons->legal_concepts.size() == 1);
    CHECK(hits.front().reasons->words.empty());
}

TEST_CASE("the weights explain the score", "[search][similar]") {
    auto request = like("orchids");
    request.explain = true;
    for (const auto& found : similar(request).hits) {
        double sum = 0;
        for (const auto& part : found.explanation) sum += part.weight;
        CHECK(sum == Approx(found.score));
    }
}

TEST_CASE("an unknown case has no answer, and a deadline is kept", "[search][similar]") {
    auto searcher = searcher_on(collection());
    const auto unknown = searcher.similar(like("nobody"), never);
    REQUIRE(unknown.has_value());
    CHECK_FALSE(unknown->has_value());
    const auto late = searcher.similar(like("orchids"), std::chrono::steady_clock::now() - std::chrono::seconds{1});
    REQUIRE(late.has_value());
    CHECK(std::holds_alternative<SearchTimedOut>(**late));
}

}  // namespace palermo::test
