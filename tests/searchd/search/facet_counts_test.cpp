// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_counter.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {
namespace {

SearchRequest choosing(SearchRequest request, Facet facet, const std::string& value) {
    request.facets[facet].included = {value};
    return request;
}

/// Chooses every bucket of every facet in turn: the total must be what the bucket promised.
void walk(Searcher& searcher, const SearchRequest& base) {
    const auto result = answer(searcher, base);
    for (const auto& counts : result.facets) {
        auto without = base;
        without.facets[counts.facet] = {};
        const auto open = answer(searcher, without).total;
        const auto check = [&](const Bucket& bucket) {
            INFO(base.text << " " << name_of(counts.facet) << "=" << bucket.value.id);
            CHECK(answer(searcher, choosing(without, counts.facet, bucket.value.id)).total == bucket.count);
            auto excluding = without;
            excluding.facets[counts.facet].excluded = {bucket.value.id};
            CHECK(answer(searcher, excluding).total == open - bucket.count);
        };
        for_each_bucket(counts.buckets, check);
        check(counts.not_recorded);
    }
}

}  // namespace

TEST_CASE("choosing any bucket gives exactly its count, and leaving it out the rest", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    walk(searcher, {});
    SearchRequest words;
    words.text = "debt OR passport OR bondage";
    walk(searcher, words);
    walk(searcher, choosing({}, Facet::outcome, "convicted"));
    walk(searcher, choosing(choosing({}, Facet::legal_concept, "purpose-practices-similar-to-slavery"), Facet::jurisdiction, "NL"));
    SearchRequest dated;
    dated.from = PartialDate::parse("2010");
    walk(searcher, dated);
}

TEST_CASE("a facet's counts ignore its own selection and follow all others", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    const auto open = answer(searcher, SearchRequest{});
    const auto narrowed = answer(searcher, choosing({}, Facet::outcome, "acquitted"));
    CHECK(narrowed.total == 3);
    CHECK(find_bucket(counts_of(narrowed, Facet::outcome).buckets, "convicted")->count ==
          find_bucket(counts_of(open, Facet::outcome).buckets, "convicted")->count);
    CHECK(find_bucket(counts_of(narrowed, Facet::outcome).buckets, "acquitted")->selected);
    CHECK(find_bucket(counts_of(narrowed, Facet::jurisdiction).buckets, "FR") == nullptr);
}

TEST_CASE("the issue and the outcome narrow together", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    const auto result = answer(searcher, choosing(choosing({}, Facet::evidential_issue, "failure-to-escape"), Facet::outcome, "acquitted"));
    CHECK(ids(result) == std::vector<std::string>{"escape-acquitted"});
}

TEST_CASE("a parent counts the cases at or below it once", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    const auto result = answer(searcher, SearchRequest{});
    const auto& issues = counts_of(result, Facet::evidential_issue).buckets;
    // escape-convicted has two issues below victim-behaviour, escape-acquitted one.
    const auto* parent = find_bucket(issues, "victim-behaviour");
    REQUIRE(parent != nullptr);
    CHECK(parent->count == 2);
    CHECK(find_bucket(parent->children, "failure-to-escape")->count == 2);
    CHECK(find_bucket(parent->children, "return-to-trafficker")->count == 1);
    const auto below = answer(searcher, choosing({}, Facet::legal_concept, "purpose-practices-similar-to-slavery"));
    CHECK(sorted_ids(below) == std::vector<std::string>{"bondage-late", "escape-acquitted", "escape-convicted", "spanish"});
}

TEST_CASE("values of one facet add, facets narrow, exclusion takes away", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.facets[Facet::jurisdiction].included = {"NL", "AU"};
    CHECK(answer(searcher, request).total == 4);
    request.facets[Facet::outcome].excluded = {"convicted"};
    CHECK(sorted_ids(answer(searcher, request)) == std::vector<std::string>{"escape-acquitted", "smugglers"});
}

TEST_CASE("not recorded is a value like others", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    const auto result = answer(searcher, choosing({}, Facet::outcome, "not-recorded"));
    CHECK(sorted_ids(result) == std::vector<std::string>{"arabic", "bare", "chinese"});
    CHECK(counts_of(result, Facet::outcome).not_recorded.selected);
    CHECK(counts_of(answer(searcher, SearchRequest{}), Facet::year).not_recorded.count == 1);
}

TEST_CASE("a chosen value that nobody knows matches nothing and can be taken back", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    for (const auto facet : all_facets) {
        const auto result = answer(searcher, choosing({}, facet, "no-such-value"));
        CHECK(result.total == 0);
        const auto* bucket = find_bucket(counts_of(result, facet).buckets, "no-such-value");
        REQUIRE(bucket != nullptr);
        CHECK(bucket->selected);
    }
}

TEST_CASE("every pair of filters narrows", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    const auto open = answer(searcher, SearchRequest{});
    for (const auto first : all_facets) {
        for (const auto second : all_facets) {
            if (first == second) continue;
            const auto& one = counts_of(open, first).buckets;
            const auto& other = counts_of(open, second).buckets;
            const auto both = answer(searcher, choosing(choosing({}, first, one.front().value.id), second, other.front().value.id));
            CHECK(both.total <= std::min(one.front().count, other.front().count));
        }
    }
}

TEST_CASE("counts do not depend on the page", "[search][facets]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.size = 1;
    request.page = 3;
    const auto paged = answer(searcher, request);
    const auto whole = answer(searcher, SearchRequest{});
    CHECK(paged.total == whole.total);
    CHECK(paged.hits.size() == 1);
    CHECK(counts_of(paged, Facet::outcome).buckets.size() == counts_of(whole, Facet::outcome).buckets.size());
}

}  // namespace palermo::test
