// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/suggester.hpp"

#include "searchd/query/parser.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <set>

namespace palermo::test {
namespace {

/// Two segments: words and cases of both are to be found together.
const TempIndex& two_segments() {
    static const auto index = [] {
        auto made = std::make_unique<TempIndex>(std::vector<TestRecord>{
            {.id = "tang",
             .title = "R v Tang",
             .facts = {"The passport was withheld.", "Passage was paid by debt."},
             .identifiers = {{"neutral-citation", "[2008] HCA 39"}, {"sherloc-path", "hca/tang.html"}}},
            {.id = "rantsev", .title = "Rantsev v. Cyprus and Russia", .facts = {"Her passage and her passport."}, .country = "CY"},
            {.id = "quotes", .title = "Affaire «Été» \"X\"", .facts = {"Zeppelin"}, .lang = "fr", .country = "FR"}});
        made->load({{.id = "wei", .title = "The Queen v Wei Tang (No 2)", .facts = {"A passage by sea."}, .country = "AU"},
                    {.id = "chinese", .title = "人口贩运案", .facts = {"被害人受债役控制。"}, .lang = "zh", .country = "CN"}});
        return made;
    }();
    return *index;
}

const WorkerView& collection() {
    static const auto view = WorkerView::open(two_segments().snapshot());
    return view.value();
}

std::vector<Suggestion> all(const std::string& text, const std::string& lang = "en") {
    return suggest(collection(), {.text = text, .limit = max_suggestions, .lang = lang});
}

std::vector<std::string> texts(const std::vector<Suggestion>& suggestions, SuggestionKind kind) {
    std::vector<std::string> found;
    for (const auto& suggestion : suggestions) {
        if (suggestion.kind == kind) found.push_back(suggestion.text);
    }
    return found;
}

const Suggestion* find(const std::vector<Suggestion>& suggestions, const std::string& text) {
    const auto found = std::ranges::find(suggestions, text, &Suggestion::text);
    return found == suggestions.end() ? nullptr : &*found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the last word is completed, the most frequent over all segments first", "[search][suggest]") {
    CHECK(texts(all("pass"), SuggestionKind::word) == Texts{"passage", "passport"});
    const auto suggestions = all("debt OR Pass");
    const auto* passport = find(suggestions, "passport");
    REQUIRE(passport != nullptr);
    CHECK(*passport == Suggestion{SuggestionKind::word, "passport", "debt OR passport", ""});
    CHECK(texts(all("pass "), SuggestionKind::word).empty());
    CHECK(find(all("\"her pass"), "passport")->query == "\"her passport\"");
    CHECK(find(all("(debt OR pass"), "passport")->query == "(debt OR passport)");
}

TEST_CASE("a case is found by the beginning of its name and by a later word of it", "[search][suggest]") {
    for (const std::string typed : {"R v T", "r. V. ta", "\"r v tan"}) {
        INFO(typed);
        CHECK(texts(all(typed), SuggestionKind::case_name) == Texts{"R v Tang"});
    }
    const auto suggestions = all("tang");
    CHECK(texts(suggestions, SuggestionKind::case_name) == Texts{"R v Tang", "The Queen v Wei Tang (No 2)"});
    CHECK(*find(suggestions, "R v Tang") == Suggestion{SuggestionKind::case_name, "R v Tang", "\"R v Tang\"", "tang"});
    CHECK(texts(all("人口"), SuggestionKind::case_name) == Texts{"人口贩运案"});
    CHECK(texts(all("v"), SuggestionKind::case_name).empty());
    CHECK(texts(all("R v Wei Ta"), SuggestionKind::case_name) == Texts{"R v Tang", "The Queen v Wei Tang (No 2)"});
}

TEST_CASE("searching for a suggested case finds it, whatever stands in its name", "[search][suggest]") {
    auto searcher = searcher_on(two_segments());
    for (const std::string typed : {"R v Tang", "Rantsev", "Affaire", "the queen", "人口"}) {
        const auto suggestions = all(typed);
        const auto found = std::ranges::find(suggestions, SuggestionKind::case_name, &Suggestion::kind);
        INFO(typed);
        REQUIRE(found != suggestions.end());
        const auto hits = ids(answer(searcher, found->query));
        CHECK(std::ranges::find(hits, found->id) != hits.end());
    }
}

TEST_CASE("slips of the pen are forgiven when little else is found", "[search][suggest]") {
    CHECK(find(all("pasport"), "passport") != nullptr);
    CHECK(find(all("rantsve v cypr"), "Rantsev v. Cyprus and Russia") != nullptr);
    CHECK(find(all("trafficing in pers"), "trafficking in persons") != nullptr);
    const auto suggestions = all("passprot");
    REQUIRE(find(suggestions, "passport") != nullptr);
    CHECK(find(suggestions, "passage") == nullptr);
    CHECK(texts(all("zep"), SuggestionKind::word) == Texts{"zeppelin"});
    CHECK(texts(all("zap"), SuggestionKind::word).empty());
}

TEST_CASE("what begins exactly as typed comes before what begins nearly so", "[search][suggest]") {
    const auto words = texts(all("passa"), SuggestionKind::word);
    CHECK(words == Texts{"passage", "passport"});
    CHECK(texts(suggest(collection(), {.text = "passp", .limit = 1}), SuggestionKind::word).size() <= 1);
}

TEST_CASE("labels of concepts are found in every language, and shown in the one that was typed", "[search][suggest]") {
    const auto english = all("debt bond");
    const auto* label = find(english, "debt bondage");
    REQUIRE(label != nullptr);
    CHECK(label->kind == SuggestionKind::concept_label);
    CHECK(label->id == "debt-bondage");
    CHECK(label->query == "\"debt bondage\"");
    CHECK(find(all("bondag"), "debt bondage") != nullptr);
    const auto same_concept = [](const std::string& typed, const std::string& lang) {
        const auto suggestions = all(typed, lang);
        const auto found = std::ranges::find(suggestions, "debt-bondage", &Suggestion::id);
        return found == suggestions.end() ? std::string() : found->text;
    };
    const auto& vocabulary = collection().snapshot().vocabularies().legal_concepts;
    for (const std::string lang : {"ar", "es", "fr", "ru", "zh"}) {
        const std::string whole(vocabulary.label("debt-bondage", lang));
        INFO(whole);
        CHECK(same_concept(whole, "en") == whole);
    }
    CHECK(same_concept("долговая каб", "en") == vocabulary.label("debt-bondage", "ru"));
    CHECK(same_concept("债务", "en") == vocabulary.label("debt-bondage", "zh"));
}

TEST_CASE("of a concept's labels that fit, the reader's own is shown", "[search][suggest]") {
    const std::string english = "exploitation of the prostitution of others or other forms of sexual exploitation";
    const std::string french = "exploitation de la prostitution d'autrui ou d'autres formes d'exploitation sexuelle";
    CHECK(find(all("exploitation", "en"), english) != nullptr);
    CHECK(find(all("exploitation", "en"), french) == nullptr);
    CHECK(find(all("exploitation", "fr"), french) != nullptr);
    CHECK(find(all("exploitation", "fr"), english) == nullptr);
    CHECK(find(all("exploitation of", "fr"), english) != nullptr);
}

TEST_CASE("a citation is found however it is punctuated", "[search][suggest]") {
    for (const std::string typed : {"[2008] HCA 39", "2008 hca", "2008HCA39", "(2008) h.c.a. 3", "2008 hac 39"}) {
        const auto suggestions = all(typed);
        INFO(typed);
        const auto* citation = find(suggestions, "[2008] HCA 39");
        REQUIRE(citation != nullptr);
        CHECK(*citation == Suggestion{SuggestionKind::citation, "[2008] HCA 39", "[2008] HCA 39", "tang"});
    }
    CHECK(texts(all("2008 HCA 38"), SuggestionKind::citation).empty());
    CHECK(texts(all("hca tang"), SuggestionKind::citation).empty());
}

TEST_CASE("there are never more than asked for, and none twice", "[search][suggest]") {
    for (const std::string typed : {"t", "tra", "trafficking", "exploitaton", "e", "v", "tang"}) {
        for (std::uint32_t limit = 1; limit <= max_suggestions; ++limit) {
            const auto suggestions = suggest(collection(), {.text = typed, .limit = limit});
            CHECK(suggestions.size() <= limit);
            std::set<std::tuple<SuggestionKind, std::string, std::string>> distinct;
            for (const auto& suggestion : suggestions) distinct.emplace(suggestion.kind, suggestion.text, suggestion.id);
            CHECK(distinct.size() == suggestions.size());
        }
    }
    CHECK(suggest(collection(), {.text = "t", .limit = max_suggestions}).size() == max_suggestions);
}

TEST_CASE("nothing is suggested for nothing", "[search][suggest]") {
    for (const std::string typed : {"", " ", "\"", "…", "()", "-", "\xFF"}) CHECK(all(typed).empty());
}

TEST_CASE("no bytes make suggesting fail, and every query can be searched", "[search][suggest]") {
    std::mt19937 random(7);
    const std::string alphabet = "\"()- passtrfR v\xC3\xA9\xD1\x82\xE5\x80\xBA'\\*2008";
    for (int i = 0; i < 3'000; ++i) {
        std::string typed(random() % 30, ' ');
        for (auto& c : typed) c = i % 3 == 0 ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
        for (const auto& suggestion : all(typed)) {
            INFO(typed << " to " << suggestion.query);
            CHECK_FALSE(std::holds_alternative<query::ParseError>(query::parse(suggestion.query)));
        }
    }
    for (const char c : {'s', '(', '"', '-', '1'}) (void)all(std::string(max_suggest_bytes, c));
}

}  // namespace palermo::test
