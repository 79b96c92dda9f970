// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/searcher.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>
#include <random>

namespace palermo::test {

using Ids = std::vector<std::string>;

TEST_CASE("a word is found in its own forms, not in those of a word that it happens to be the stem of", "[search]") {
    TestRecord base{.id = "base"};
    base.facts = {"He promised work."};
    TestRecord derived{.id = "derived"};
    derived.facts = {"The promiseder came."};
    const TempIndex index({base, derived});
    auto searcher = searcher_on(index);
    CHECK(sorted_ids(answer(searcher, "promised")) == Ids{"base"});
    CHECK(sorted_ids(answer(searcher, "promising")) == Ids{"base"});
    CHECK(sorted_ids(answer(searcher, "promiseder")) == Ids{"derived"});
}

TEST_CASE("words, phrases and operators find what they say, over three segments", "[search]") {
    auto searcher = searcher_on(three_segments());
    REQUIRE(searcher.snapshot().manifest().segments.size() == 3);
    const std::vector<std::pair<std::string, Ids>> expected{
        // A label also finds what is catalogued under it: "spanish", and "escape-acquitted", which does not say it.
        {"\"debt bondage\"", {"escape-acquitted", "escape-convicted", "spanish"}},
        {"text:\"debt bondage\"", {"escape-convicted"}},
        {"debt bondage", {"bondage-late", "escape-acquitted", "escape-convicted", "smugglers", "spanish"}},
        {"text:(debt bondage)", {"bondage-late", "escape-convicted", "smugglers"}},
        {"concept:debt-bondage", {"escape-acquitted", "escape-convicted", "spanish"}},
        {"debt OR passport", {"bondage-late", "escape-convicted", "europe", "smugglers"}},
        {"bondage -vessel", {"bondage-late", "escape-convicted"}},
        {"bondage NOT (vessel OR women)", {"bondage-late"}},
        {"-debt", {"arabic", "bare", "chinese", "escape-acquitted", "europe", "french", "spanish"}},
        {"passport", {"bondage-late", "europe"}},
        {"\"passport\"", {"bondage-late"}},
        {"\"passport\"~", {"bondage-late", "europe"}},
        {"PASSPORTS", {"bondage-late", "europe"}},
        {"passp*", {"bondage-late", "europe"}},
        {"bondage NEAR/2 debt", {"escape-convicted", "smugglers"}},
        {"bondage /s debt", {"bondage-late", "escape-convicted", "smugglers"}},
        {"bondage ADJ/3 debt", {"smugglers"}},
        {"\"bondage debt\"~1", {"escape-convicted"}},
        {"debt /p passport", {}},
        {"tang", {"escape-convicted"}},
        {"title:debt", {"bondage-late"}},
        {"court:example", {"escape-acquitted"}},
        {"R v. Tang", {"escape-convicted"}},
        // Slavery and serfdom are kinds of exploitation in the vocabulary.
        {"exploitation", {"bondage-late", "escape-acquitted", "escape-convicted", "french", "spanish"}},
        {"text:exploitation", {"french"}},
        {"text:l'exploitation", {"french"}},
        {"explotacion", {"spanish"}},
        {"ouvrier", {"french"}},
        {"text:السخرة", {"arabic"}},
        {"text:债役", {"chinese"}},
        {"text:\"servidumbre por deudas\"", {"spanish"}},
        {"\"servidumbre por deudas\"", {"escape-acquitted", "escape-convicted", "spanish"}},
        {"country:Australia outcome:convicted", {"escape-convicted"}},
        {"year:2010", {"arabic", "escape-acquitted", "escape-convicted"}},
        {"lang:fr OR lang:zh", {"chinese", "french"}},
        {"zebra", {}},
        {"key NOT key", {}},
    };
    for (const auto& [text, found] : expected) {
        const auto result = answer(searcher, text);
        INFO("query: " << text << ", read as: " << result.read_as);
        CHECK(sorted_ids(result) == found);
        CHECK(result.total == found.size());
    }
}

TEST_CASE("of however many documents that have a phrase's words, those are found in which it stands", "[search]") {
    const auto count = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{9}, std::size_t{50});
    std::vector<TestRecord> records;
    Ids expected;
    for (std::size_t i = 0; i < count; ++i) {
        TestRecord record{.id = "case-" + std::to_string(100 + i)};
        const bool stands = i % 3 == 0;
        record.facts = {stands ? "He showed a forged letter." : "He showed a letter, forged later."};
        if (stands) expected.push_back(record.id);
        records.push_back(std::move(record));
    }
    const TempIndex index(records);
    auto searcher = searcher_on(index);
    SearchRequest request;
    request.text = "\"forged letter\"";
    request.size = 50;
    CHECK(answer(searcher, request).total == expected.size());
    CHECK(sorted_ids(answer(searcher, request)) == expected);
}

TEST_CASE("a mistake in a query is told with its place, and words without a letter too", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const std::string text : {"\"debt", "(a", "…", "a AND"}) {
        SearchRequest request;
        request.text = text;
        const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::max());
        INFO(text);
        REQUIRE(answered.has_value());
        REQUIRE(std::holds_alternative<QueryError>(*answered));
        CHECK_FALSE(std::get<QueryError>(*answered).message.empty());
    }
}

TEST_CASE("a search ends at its deadline", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto answered = searcher.search({}, std::chrono::steady_clock::time_point::min());
    REQUIRE(answered.has_value());
    CHECK(std::holds_alternative<SearchTimedOut>(*answered));
}

TEST_CASE("dates narrow to what may lie in the range", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto between = [&](const char* from, const char* to) {
        SearchRequest request;
        if (*from != '\0') request.from = PartialDate::parse(from);
        if (*to != '\0') request.to = PartialDate::parse(to);
        return sorted_ids(answer(searcher, request));
    };
    CHECK(between("2010-03-01", "2010-04") == Ids{"escape-acquitted", "escape-convicted"});
    CHECK(between("2010-08", "2010-12-31") == Ids{"escape-convicted"});
    CHECK(between("2014", "") == Ids{"chinese", "europe"});
    CHECK(between("", "2009") == Ids{"smugglers"});
    CHECK(between("2016", "2009").empty());
    CHECK(between("", "2999").size() == 9);
    CHECK(sorted_ids(answer(searcher, "date:2010-08..2010-12-31")) == Ids{"escape-convicted"});
    CHECK(sorted_ids(answer(searcher, "year:2014..")) == Ids{"chinese", "europe"});
}

TEST_CASE("a record is given back as it was loaded", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto xml = searcher.source_xml("europe");
    REQUIRE(xml.has_value());
    REQUIRE(xml->has_value());
    CHECK((*xml)->find("taken &amp; kept &lt;there&gt;") != std::string::npos);
    const auto none = searcher.source_xml("no-such-case");
    REQUIRE(none.has_value());
    CHECK_FALSE(none->has_value());
}

TEST_CASE("a hit shows what is recorded and says nothing of the rest", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto result = answer(searcher, "flee");
    REQUIRE(result.hits.size() == 1);
    const auto& hit = result.hits.front();
    CHECK(hit.jurisdiction.label == "Netherlands");
    CHECK(hit.court == "Court of Appeal of Example");
    CHECK(hit.decided == "2010-03-19");
    CHECK(hit.outcome.label == "Acquitted");
    CHECK(hit.evidential_issues.front().role == "weakened");
    const auto bare = answer(searcher, "nothing");
    REQUIRE(bare.hits.size() == 1);
    CHECK(bare.hits.front().outcome.id.empty());
    CHECK_FALSE(bare.hits.front().passage.has_value());
}

TEST_CASE("an index of another text analysis is not searched, and the next load builds it again", "[search]") {
    TempIndex index({{.id = "a", .facts = {"debt"}}, {.id = "b"}});
    const IndexDirectory directory(index.path());
    auto manifest = *directory.read_manifest(1);
    manifest.analyzer.version = 9;
    std::ofstream(directory.generation_file(1)) << format(manifest);
    const auto refused = Searcher::open(index.snapshot());
    REQUIRE(refused.has_error());
    CHECK(refused.error().message.find("version 9") != std::string::npos);
    index.load({{.id = "c", .facts = {"debt"}}});
    auto searcher = searcher_on(index);
    CHECK(sorted_ids(answer(searcher, "debt")) == Ids{"a", "c"});
}

TEST_CASE("labels come in the language asked for", "[search]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "tang";
    request.lang = "fr";
    const auto result = answer(searcher, request);
    CHECK(result.hits.front().jurisdiction.label == "Australie");
}

TEST_CASE("no bytes make a search fail", "[search]") {
    auto searcher = searcher_on(three_segments());
    std::mt19937 random(7);
    for (int i = 0; i < 2'000; ++i) {
        SearchRequest request;
        request.text.resize(random() % 30);
        for (auto& c : request.text) c = static_cast<char>(random() % 256);
        CHECK(searcher.search(request, std::chrono::steady_clock::time_point::max()).has_value());
    }
}

}  // namespace palermo::test
