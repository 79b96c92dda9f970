// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/answers.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>

namespace palermo::test {
namespace {

std::vector<TestRecord> first_load() {
    return {{.id = "escape-acquitted",
             .title = "The State v. Doe",
             .facts = {"The workers had no key.", "She did not flee, and waited a year."},
             .country = "NL",
             .court = "Court of Appeal of Example",
             .court_level = "appeal",
             .decided = "2010-03-19",
             .outcome = "acquitted",
             .legal_concepts = {"debt-bondage"},
             .evidential_issues = {{.id = "failure-to-escape", .role = "weakened", .paragraphs = "f2"}}},
            {.id = "escape-convicted",
             .title = "R v Tang",
             .facts = {"Women worked in debt bondage."},
             .country = "AU",
             .court_level = "appeal",
             .decided = "2010",
             .outcome = "convicted",
             .legal_concepts = {"debt-bondage", "purpose-slavery"},
             .evidential_issues = {{.id = "failure-to-escape"}, {.id = "return-to-trafficker", .role = "strengthened"}}},
            {.id = "bare", .title = "Nothing is known", .country = "FJ"},
            {.id = "french",
             .title = "Affaire de la ferme",
             .facts = {"L'exploitation des ouvriers a duré trois ans."},
             .lang = "fr",
             .country = "FR",
             .decided = "2012",
             .outcome = "convicted"}};
}

std::vector<TestRecord> second_load() {
    return {
        {.id = "bondage-late",
         .title = "Debt",
         .facts = {"The debt was old; bondage came later.", "His passport was withheld."},
         .country = "NL",
         .decided = "2011-12-01",
         .outcome = "convicted",
         .legal_concepts = {"serfdom"}},
        {.id = "arabic", .title = "قضية", .facts = {"كانت العاملة تعيش في السخرة."}, .lang = "ar", .country = "JO", .decided = "2010-07"},
        {.id = "chinese",
         .title = "案件",
         .facts = {"被害人受债役控制。"},
         .lang = "zh",
         .country = "CN",
         .crime_types = {"trafficking-in-persons", "smuggling-of-migrants"},
         .decided = "2014"}};
}

std::vector<TestRecord> third_load() {
    return {{.id = "spanish",
             .title = "Caso de la granja",
             .facts = {"Hubo explotación laboral y servidumbre por deudas."},
             .lang = "es",
             .country = "ES",
             .decided = "2013-05",
             .outcome = "acquitted",
             .legal_concepts = {"debt-bondage"},
             .evidential_issues = {{.id = "victim-consent"}}},
            {.id = "europe",
             .title = "X. v. Greece",
             .facts = {"Her passports were taken & kept <there>."},
             .body = "council-of-europe",
             .court = "European Court of Human Rights",
             .court_level = "international",
             .decided = "2016",
             .outcome = "violation-found",
             .evidential_issues = {{.id = "withholding-documents", .role = "strengthened", .paragraphs = "f1"}}},
            {.id = "smugglers",
             .title = "The vessel",
             .facts = {"A vessel carried migrants; nobody was in bondage or debt."},
             .country = "AU",
             .crime_types = {"smuggling-of-migrants"},
             .decided = "2009-04-02",
             .outcome = "acquitted"}};
}

}  // namespace

const TempIndex& three_segments() {
    static const auto index = [] {
        auto made = std::make_unique<TempIndex>(first_load());
        made->load(second_load());
        made->load(third_load());
        return made;
    }();
    return *index;
}

Searcher searcher_on(const TempIndex& index) {
    auto searcher = Searcher::open(index.snapshot());
    REQUIRE(searcher.has_value());
    return std::move(*searcher);
}

SearchResult answer(Searcher& searcher, const SearchRequest& request) {
    auto answered = searcher.search(request, std::chrono::steady_clock::time_point::max());
    INFO("query: " << request.text);
    REQUIRE(answered.has_value());
    REQUIRE(std::holds_alternative<SearchResult>(*answered));
    return std::get<SearchResult>(std::move(*answered));
}

SearchResult answer(Searcher& searcher, const std::string& text) {
    SearchRequest request;
    request.text = text;
    return answer(searcher, request);
}

std::vector<std::string> ids(const SearchResult& result) {
    std::vector<std::string> all;
    for (const auto& hit : result.hits) all.push_back(hit.id);
    return all;
}

std::vector<std::string> sorted_ids(const SearchResult& result) {
    auto all = ids(result);
    std::ranges::sort(all);
    return all;
}

const FacetCounts& counts_of(const SearchResult& result, Facet facet) {
    const auto found = std::ranges::find(result.facets, facet, &FacetCounts::facet);
    REQUIRE(found != result.facets.end());
    return *found;
}

const Bucket* find_bucket(const std::vector<Bucket>& buckets, const std::string& id) {
    for (const auto& bucket : buckets) {
        if (bucket.value.id == id) return &bucket;
        if (const auto* inner = find_bucket(bucket.children, id)) return inner;
    }
    return nullptr;
}

void for_each_bucket(const std::vector<Bucket>& buckets, const std::function<void(const Bucket&)>& visit) {
    for (const auto& bucket : buckets) {
        visit(bucket);
        for_each_bucket(bucket.children, visit);
    }
}

}  // namespace palermo::test
