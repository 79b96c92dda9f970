// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/normalizer.hpp"

#include "tests/support/catch.hpp"

#include <utility>
#include <vector>

namespace palermo::test {

TEST_CASE("words that people take for the same fold to the same", "[analysis]") {
    const std::vector<std::pair<std::string, std::string>> same{
        {"PASSPORT", "passport"},  {"Explotación", "explotacion"}, {"STRASSE", "straße"},    {"ﬁne", "fine"},    {"ΣΊΣΥΦΟΣ", "σισυφος"},
        {"Ёлка", "елка"},          {"عُبُودِيَّة", "عبودية"},           {"ســخرة", "سخرة"},       {"أطفال", "اطفال"}, {"ｆｕｌｌ", "full"},
        {"e\u0301t\u00E9", "ete"}, {"re\u00ADcruit", "recruit"},   {"İstanbul", "istanbul"},
    };
    for (const auto& [one, other] : same) {
        INFO(one << " and " << other);
        CHECK(fold_word(one) == fold_word(other));
    }
}

TEST_CASE("letters that make another word stay", "[analysis]") {
    CHECK(fold_word("мой") != fold_word("мои"));
    CHECK(fold_word("ที่") == "ที่");
    CHECK(fold_word("债役") == "债役");
    CHECK(fold_word("が") != fold_word("か"));
}

TEST_CASE("single letters with dots between them are one word", "[analysis]") {
    CHECK(fold_word("U.S.C") == "usc");
    CHECK(fold_word("R.A") == "ra");
    CHECK(fold_word("У.К") == "ук");
    CHECK(fold_word("É.U") == "eu");
    CHECK(fold_word("www.unodc.org") == "www.unodc.org");
    CHECK(fold_word("3.5") == "3.5");
    CHECK(fold_word("a.") == "a.");
}

TEST_CASE("digits of every script are ASCII digits, and apostrophes one", "[analysis]") {
    for (const std::string digits : {"2013", "٢٠١٣", "۲۰۱۳", "२०१३", "２０１３", "𝟐𝟎𝟏𝟑"}) CHECK(fold_word(digits) == "2013");
    CHECK(fold_word("O’Brien") == "o'brien");
    CHECK(fold_word("OʼBrien") == "o'brien");
    CHECK(fold_word("O＇Brien") == "o'brien");
}

TEST_CASE("the exact form keeps the accents that the word has lost", "[analysis]") {
    CHECK(fold("Élan").exact == "élan");
    CHECK(fold("Élan").word == "elan");
    CHECK(fold("Ёлка").exact == "ёлка");
    CHECK(fold("Ёлка").word == "елка");
    CHECK(fold("أطفال").exact == "أطفال");
    CHECK(fold("أطفال").word == "اطفال");
    CHECK(fold("إلى").word == "الي");
    CHECK(fold("آلة").word == "الة");
    CHECK(fold("ٱلناس").word == "الناس");
    for (const std::string plain : {"Tang", "мой", "ที่", "债役"}) CHECK(fold(plain).exact == fold(plain).word);
}

TEST_CASE("any bytes fold, and folding twice changes nothing", "[analysis]") {
    for (const std::string bytes : {"", "\xFF", "a\xC3", "\xED\xA0\x80", "É\xFF"}) {
        const auto folded = fold_word(bytes);
        CHECK(fold_word(folded) == folded);
    }
}

}  // namespace palermo::test
