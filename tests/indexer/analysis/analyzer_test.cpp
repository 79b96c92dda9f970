// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/analyzer.hpp"

#include "indexer/analysis/stemmer.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {

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

TEST_CASE("the settings say what the index was made with", "[analysis]") {
    const auto settings = Analyzer::settings();
    CHECK(settings.version == 1);
    CHECK_FALSE(settings.icu_version.empty());
    CHECK(std::ranges::is_sorted(settings.stemmed_languages));
    Stemmer stemmer;
    for (const auto& language : settings.stemmed_languages) CHECK_FALSE(stemmer.stem("word", language).empty());
}

}  // namespace palermo::test
