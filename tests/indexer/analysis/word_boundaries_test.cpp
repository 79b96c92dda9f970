// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/word_boundaries.hpp"

#include "tests/indexer/analysis/random_text.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <string>

namespace palermo::test {
namespace {

std::vector<std::string> words(const std::string& text, std::string_view lang) {
    WordBoundaries boundaries;
    std::vector<std::string> found;
    for (const auto span : boundaries.find(text, lang)) found.push_back(text.substr(span.begin, span.end - span.begin));
    return found;
}

std::string utf8(char32_t character) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    const auto trail = [&](unsigned shift) { return byte(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80) return {byte(character)};
    if (character < 0x800) return {byte(0xC0U | (character >> 6U)), trail(0)};
    return {byte(0xE0U | (character >> 12U)), trail(6), trail(0)};
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words are found in every script, spaces or not", "[analysis]") {
    CHECK(words("She fled, at last (2010).", "en") == Words{"She", "fled", "at", "last", "2010"});
    CHECK(words("O'Brien's debt", "en") == Words{"O'Brien's", "debt"});
    CHECK(words("торговля людьми", "ru") == Words{"торговля", "людьми"});
    CHECK(words("الاتجار بالأشخاص", "ar") == Words{"الاتجار", "بالأشخاص"});
    CHECK(words("人口贩运", "zh").size() >= 2);
    CHECK(words("การค้ามนุษย์เป็นอาชญากรรม", "th").size() >= 3);
}

TEST_CASE("an elided article is a word of its own where the language has them", "[analysis]") {
    CHECK(words("l'exploitation", "fr") == Words{"l", "exploitation"});
    CHECK(words("l’exploitation", "fr-CA") == Words{"l", "exploitation"});
    CHECK(words("dell'immigrazione", "it") == Words{"dell", "immigrazione"});
    CHECK(words("l'exploitation", "en") == Words{"l'exploitation"});
    CHECK(words("rock'n'roll", "fr").front() == "rock");
}

TEST_CASE("no bytes are too strange", "[analysis]") {
    for (const std::string bytes : {"", "\xFF\xFE", "a\xC3 b", "   ", "…", "\xED\xA0\x80x"}) {
        WordBoundaries boundaries;
        for (const auto span : boundaries.find(bytes, "en")) CHECK((span.begin < span.end && span.end <= bytes.size()));
    }
}

TEST_CASE("the words beside any character are those that ICU finds", "[analysis]") {
    WordBoundaries boundaries;
    // All characters of two bytes, and of three those of the blocks that the fast path knows some of.
    for (char32_t character = 1; character < 0x2100; ++character) {
        const auto c = utf8(character);
        for (const auto& text :
             {c, c + c, "a" + c + "b", "1" + c + "2", "a" + c + "1", "_" + c + "_", "a. " + c + "b a" + c, "é" + c + "’ж"}) {
            INFO(spelt_out(text));
            REQUIRE(boundaries.find(text, "en") == boundaries.find_by_icu(text, "en"));
        }
    }
}

TEST_CASE("the words of any text are those that ICU finds", "[analysis]") {
    std::mt19937 random(2026);
    WordBoundaries boundaries;
    for (int i = 0; i < 50'000; ++i) {
        const auto text = random_text(random);
        for (const std::string_view lang : {"en", "fr"}) {
            if (boundaries.find(text, lang) == boundaries.find_by_icu(text, lang)) continue;
            INFO(lang << ": " << spelt_out(text));
            CHECK(boundaries.find(text, lang) == boundaries.find_by_icu(text, lang));
        }
    }
}

}  // namespace palermo::test
