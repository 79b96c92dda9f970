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

TEST_CASE("any bytes fold, and folding twice changes nothing", "[analysis]") {
    for (const std::string bytes : {"", "\xFF", "a\xC3", "\xED\xA0\x80", "É\xFF"}) {
        const auto folded = fold_word(bytes);
        CHECK(fold_word(folded) == folded);
    }
}

}  // namespace palermo::test
