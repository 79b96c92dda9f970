// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/completion_key.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {
namespace {

std::vector<std::string> beginnings(const std::string& title) {
    const auto key = completion_key(title);
    std::vector<std::string> found;
    for (const auto start : key_starts(key)) found.push_back(key.substr(start));
    return found;
}

std::string typed_word(const std::string& text) {
    const auto word = word_being_typed(text);
    return word ? text.substr(word->begin, word->end - word->begin) : std::string();
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a key has the folded words and nothing else", "[analysis]") {
    CHECK(completion_key("R v. Tang") == "r v tang");
    CHECK(completion_key("  L’Affaire «Été» (n° 2) ") == "l affaire ete n 2");
    CHECK(completion_key("Торговля людьми") == "торговля людьми");
    CHECK(completion_key("人口贩运。") == "人口贩运");
    CHECK(completion_key("re\u00ADcruit e\u0301t\u00E9") == "recruit ete");
    for (const std::string nothing : {"", " ", "…–!", "\u00AD", "\xFF\xFE"}) CHECK(completion_key(nothing).empty());
    CHECK(citation_key("[2013] EWCA Crim 991") == "2013ewcacrim991");
}

TEST_CASE("the key of half a text begins the key of the whole", "[analysis]") {
    for (const std::string whole : {"R v. Tang & Others", "Affaire Rantsev c. Chypre", "人口贩运案件", "О торговле людьми", "السخرة في"}) {
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const bool cuts_character = size < whole.size() && (static_cast<unsigned char>(whole[size]) & 0xC0U) == 0x80U;
            INFO(whole.substr(0, size));
            if (!cuts_character) CHECK(completion_key(whole).starts_with(completion_key(whole.substr(0, size))));
        }
    }
}

TEST_CASE("a title can be begun at its first word and at later ones that say something", "[analysis]") {
    CHECK(beginnings("R v Tang") == Words{"r v tang", "tang"});
    CHECK(beginnings("Smith vs. X. Jones") == Words{"smith vs x jones", "jones"});
    CHECK(beginnings("a1 b2 c3 d4 e5 f6 g7 h8").size() == max_key_starts);
    CHECK(beginnings("").empty());
}

TEST_CASE("the word being typed is the last, unless it is done", "[analysis]") {
    CHECK(typed_word("debt bond") == "bond");
    CHECK(typed_word("(\"l'exploit") == "exploit");
    CHECK(typed_word("债役") == "债役");
    for (const std::string done : {"", "debt ", "debt\"", "debt)", "debt \xFF"}) CHECK(typed_word(done).empty());
}

}  // namespace palermo::test
