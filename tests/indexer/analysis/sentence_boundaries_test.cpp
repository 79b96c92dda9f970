// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/sentence_boundaries.hpp"

#include "indexer/analysis/plain_words.hpp"
#include "tests/indexer/analysis/random_text.hpp"
#include "tests/support/catch.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::test {
namespace {

using Sentences = std::vector<std::string>;

/// The sentences without the white space behind them.
Sentences sentences(const std::string& text) {
    const auto starts = SentenceBoundaries().find(text);
    Sentences found;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        found.push_back(text.substr(starts[i], end - starts[i]));
        found.back().erase(found.back().find_last_not_of(" \n\r\t") + 1);
    }
    return found;
}

/// Every character up to the end of the punctuation that is plain.
std::vector<std::string> plain_characters() {
    std::vector<std::string> all;
    for (UChar32 c = 1; c <= 0x2FFF; ++c) {
        std::string text;
        icu::UnicodeString(c).toUTF8String(text);
        if (is_plain(text)) all.push_back(text);
    }
    return all;
}

bool is_one(const std::string& text) { return sentences(text) == Sentences{text}; }

}  // namespace

TEST_CASE("a sentence ends at its dot, question mark or exclamation mark", "[analysis]") {
    CHECK(sentences("She fled. She was found.") == Sentences{"She fled.", "She was found."});
    CHECK(sentences("Was she free? No! She was not.") == Sentences{"Was she free?", "No!", "She was not."});
    CHECK(sentences("He paid 3.5 million. Then 2.") == Sentences{"He paid 3.5 million.", "Then 2."});
    CHECK(sentences("No dot here\nA new line") == Sentences{"No dot here", "A new line"});
    CHECK(sentences("").empty());
    CHECK(sentences("...") == Sentences{"..."});
}

TEST_CASE("a closing quotation mark or bracket belongs to the sentence before it", "[analysis]") {
    CHECK(sentences("He said: \"Work.\" She worked.") == Sentences{"He said: \"Work.\"", "She worked."});
    CHECK(sentences("“Why?” She did not know.") == Sentences{"“Why?”", "She did not know."});
    CHECK(sentences("(He was paid.) She was not.") == Sentences{"(He was paid.)", "She was not."});
}

TEST_CASE("lawyers' abbreviations end no sentence", "[analysis]") {
    for (const std::string text :
         {"R. v. Tang was decided first.", "See No. 5 of the list.", "J. Smith was convicted.", "Under Art. 3 of the Convention.",
          "The State v. Jordan.", "Mr. Tang and Mrs. Tang met Dr. Li.", "Affaire Rantsev c. Chypre.", "See (cf. Tang) for more.",
          "Smith Ltd. Paid nothing.", "Prosecutor vs. Kunarac", "In re J. B. Smith of London.", "The U.S. Code applies.",
          "Paras. 12 and 13.", "La sentencia núm. 45 del Tribunal.", "Der Beschluss Nr. 7 gilt.", "“J. Smith”",
          "Selon l’art. L. 425-1 du code."}) {
        INFO(text);
        CHECK(is_one(text));
    }
    CHECK(sentences("That is par. 5a. Then he left.").size() == 2);
    CHECK(sentences("He met Mr. Li. Then he left.") == Sentences{"He met Mr. Li.", "Then he left."});
}

TEST_CASE("sentences are found in other scripts", "[analysis]") {
    CHECK(sentences("Суд решил. Приговор вступил в силу.") == Sentences{"Суд решил.", "Приговор вступил в силу."});
    CHECK(is_one("Согласно ст. 127 УК РФ."));
    CHECK(is_one("Приговор от 12 мая 2010 г. Иванову А. С. Вручён."));
    CHECK(sentences("被告人被定罪。他上诉了。") == Sentences{"被告人被定罪。", "他上诉了。"});
    CHECK(sentences("هل كانت حرة؟ لم تكن حرة. هربت.") == Sentences{"هل كانت حرة؟", "لم تكن حرة.", "هربت."});
    // Thai writes no sign at the end of a sentence.
    CHECK(is_one("ผู้เสียหายหนีออกมา และแจ้งความ"));
}

TEST_CASE("the sentences of any text are those that ICU finds", "[analysis]") {
    std::mt19937 random(2027);
    SentenceBoundaries boundaries;
    std::size_t plain = 0;
    for (int i = 0; i < 100'000; ++i) {
        const auto text = random_text(random);
        plain += is_plain(text) ? 1U : 0U;
        if (boundaries.find(text) == boundaries.find_by_icu(text)) continue;
        INFO(spelt_out(text));
        CHECK(boundaries.find(text) == boundaries.find_by_icu(text));
    }
    CHECK(plain > 10'000);
}

TEST_CASE("a letter, a digit or a sign around a terminator decides as it does for ICU", "[analysis]") {
    SentenceBoundaries boundaries;
    for (const auto& character : plain_characters()) {
        for (const std::string_view terminator : {".", "?", "!", "\n", "\r\n", "...", ".)", ". ", "?\" ", "!\u201D "}) {
            for (const std::string_view after : {"a", "Z", "7", " a", " 7 Z", "\u2014b", ",c", "é", "Ж", ""}) {
                const auto text = std::string("B ").append(character).append(terminator).append(character).append(after);
                INFO(spelt_out(text));
                REQUIRE(boundaries.find(text) == boundaries.find_by_icu(text));
            }
        }
    }
}

TEST_CASE("sentences of any bytes begin at rising places between characters", "[analysis]") {
    std::mt19937 random(2026);
    SentenceBoundaries boundaries;
    for (int i = 0; i < 5'000; ++i) {
        const auto text = random_text(random);
        const auto starts = boundaries.find(text);
        INFO(spelt_out(text));
        REQUIRE(starts.empty() == text.empty());
        if (!starts.empty()) REQUIRE((starts.front() == 0 && starts.back() < text.size()));
        REQUIRE(std::ranges::is_sorted(starts, std::ranges::less_equal()));
    }
}

}  // namespace palermo::test
