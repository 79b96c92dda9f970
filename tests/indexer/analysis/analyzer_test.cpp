// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/analyzer.hpp"

#include "indexer/analysis/stemmer.hpp"
#include "tests/indexer/analysis/random_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>

namespace palermo::test {
namespace {

bool are_same(const std::vector<Token>& one, const std::vector<Token>& other) {
    return std::ranges::equal(one, other, [](const Token& a, const Token& b) {
        return a.word == b.word && a.exact == b.exact && a.stem == b.stem && a.position == b.position && a.begin == b.begin &&
               a.end == b.end;
    });
}

}  // namespace

TEST_CASE("tokens know their word, stem, position and bytes", "[analysis]") {
    Analyzer analyzer;
    const std::string text = "Élan: 3 Passports withheld";
    const auto tokens = analyzer.analyze(text, "en", 10);
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[0].word == "elan");
    CHECK(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin) == "Élan");
    CHECK(tokens[2].word == "passports");
    CHECK(tokens[2].stem == "passport");
    CHECK(tokens[2].position == 12);
    CHECK(text.substr(tokens[3].begin, tokens[3].end - tokens[3].begin) == "withheld");
}

TEST_CASE("each language has its own stems, and an unknown one none", "[analysis]") {
    Analyzer analyzer;
    CHECK(analyzer.analyze("ouvriers", "fr").front().stem == analyzer.analyze("ouvrier", "fr-BE").front().stem);
    CHECK(analyzer.analyze("trabajadoras", "es").front().stem == analyzer.analyze("trabajadora", "es").front().stem);
    CHECK(analyzer.analyze("потерпевшего", "ru").front().stem == analyzer.analyze("потерпевший", "ru").front().stem);
    CHECK(analyzer.analyze("workers", "xx").front().stem.empty());
    CHECK(analyzer.analyze("workers", "").front().stem.empty());
}

TEST_CASE("a query word is looked up by its stems in all languages, each once", "[analysis]") {
    Analyzer analyzer;
    const auto stems = analyzer.stems("passports", {"en", "fr", "de", "zz"});
    CHECK(std::ranges::find(stems, "passport") != stems.end());
    auto unique = stems;
    std::ranges::sort(unique);
    CHECK(std::ranges::adjacent_find(unique) == unique.end());
}

TEST_CASE("a monster of a word is cut between characters and has no stem", "[analysis]") {
    Analyzer analyzer;
    std::string monster;
    for (int i = 0; i < 100'000; ++i) monster += "é";
    const auto tokens = analyzer.analyze(monster, "fr");
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].word.size() <= 64);
    CHECK(tokens[0].stem.empty());
    CHECK(tokens[0].end == monster.size());
    CHECK(analyzer.analyze("", "en").empty());
}

TEST_CASE("a word keeps its accents beside it, if it has any", "[analysis]") {
    Analyzer analyzer;
    const auto tokens = analyzer.analyze("Élan élan elan", "fr");
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[0].exact == "élan");
    CHECK(tokens[1].exact == "élan");
    CHECK(tokens[2].exact.empty());
    CHECK(tokens[0].word == tokens[2].word);
}

TEST_CASE("abbreviations with dots and without are one word", "[analysis]") {
    Analyzer analyzer;
    for (const std::string_view text : {"U.S.C. 1591", "USC 1591", "u.s.c 1591"}) CHECK(analyzer.analyze(text, "en").front().word == "usc");
    for (const std::string_view text : {"R.A. 9208", "RA 9208"}) CHECK(analyzer.analyze(text, "en").front().word == "ra");
}

TEST_CASE("a sentence begins at the position of its first word", "[analysis]") {
    Analyzer analyzer;
    const auto starts = [&](const std::string& text, std::uint32_t first) {
        const auto tokens = analyzer.analyze(text, "en", first);
        const std::vector<TokenPlace> places(tokens.begin(), tokens.end());
        return analyzer.sentence_starts(text, places);
    };
    using Positions = std::vector<std::uint32_t>;
    CHECK(starts("She fled. “Why?” Nobody knew. R. v. Tang.", 1) == Positions{1, 3, 4, 6});
    CHECK(starts("She fled. She ran.", 101) == Positions{101, 103});
    CHECK(starts("… She fled. … !", 1) == Positions{1});
    CHECK(starts("« Partez ! » Elle partit.", 1) == Positions{1, 2});
    CHECK(starts("She. ?! … Ran.", 1) == Positions{1, 2});
    CHECK(starts("", 1).empty());
    CHECK(starts("…", 1).empty());
}

TEST_CASE("an analyzer that knows a word gives the same forms as one that does not", "[analysis]") {
    std::mt19937 random(2026);
    Analyzer old;
    for (int i = 0; i < 300; ++i) {
        const auto text = random_text(random);
        for (const std::string_view lang : {"en", "fr", "ru", "xx"}) {
            const auto fresh = Analyzer().analyze(text, lang);
            INFO(lang << ": " << spelt_out(text));
            CHECK(are_same(old.analyze(text, lang), fresh));
            CHECK(are_same(old.analyze(text, lang), fresh));
        }
    }
}

TEST_CASE("the forms of a word do not depend on how many others were read before", "[analysis]") {
    Analyzer analyzer;
    const auto before = analyzer.analyze("Exploited workers' passports", "en");
    for (int i = 0; i < 100'000; ++i) (void)analyzer.analyze("word" + std::to_string(i), "en");
    CHECK(are_same(analyzer.analyze("Exploited workers' passports", "en"), before));
}

TEST_CASE("the settings say what the index was made with", "[analysis]") {
    const auto settings = Analyzer::settings();
    CHECK(settings.version == 1);
    CHECK_FALSE(settings.icu_version.empty());
    CHECK(std::ranges::is_sorted(settings.stemmed_languages));
    Stemmer stemmer;
    for (const auto& language : settings.stemmed_languages) CHECK_FALSE(stemmer.stem("word", language).empty());
}

}  // namespace palermo::test
