// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/elision.hpp"

#include "tests/support/catch.hpp"

#include <string>

namespace palermo::test {

TEST_CASE("an elided article is as long as it is written", "[search]") {
    Analyzer analyzer;
    CHECK(elided_article("l'exploitation", analyzer) == 2);
    CHECK(elided_article("L’exploitation", analyzer) == std::string("L’").size());
    CHECK(elided_article("dell'immigrazione", analyzer) == 5);
    CHECK(elided_article("qu'elle", analyzer) == 3);
    CHECK(elided_article("l'or", analyzer) == 2);
}

TEST_CASE("English puts no word behind its apostrophes", "[search]") {
    Analyzer analyzer;
    for (const std::string word :
         {"victim's", "victim’s", "don't", "they're", "we've", "she'll", "I'd", "I'm", "passport", "traffickers'", "'", ""}) {
        INFO(word);
        CHECK(elided_article(word, analyzer) == 0);
    }
}

}  // namespace palermo::test
