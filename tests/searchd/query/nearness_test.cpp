// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/nearness.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace palermo::query {

TEST_CASE("nearness is read as other legal systems spell it", "[query]") {
    using Unit = Near::Unit;
    struct Spelling {
        std::string word;
        Near near;
    };
    const std::vector<Spelling> spellings{
        {"NEAR", {Unit::words, usual_distance, false, {}}},
        {"ADJ", {Unit::words, usual_distance, true, {}}},
        {"NEAR/5", {Unit::words, 5, false, {}}},
        {"ADJ/5", {Unit::words, 5, true, {}}},
        {"/5", {Unit::words, 5, false, {}}},
        {"w/5", {Unit::words, 5, false, {}}},
        {"W/5", {Unit::words, 5, false, {}}},
        {"within/5", {Unit::words, 5, false, {}}},
        {"pre/5", {Unit::words, 5, true, {}}},
        {"PRE/5", {Unit::words, 5, true, {}}},
        {"+5", {Unit::words, 5, true, {}}},
        {"+/5", {Unit::words, 5, true, {}}},
        {"/s", {Unit::sentence, 0, false, {}}},
        {"/S", {Unit::sentence, 0, false, {}}},
        {"w/s", {Unit::sentence, 0, false, {}}},
        {"+s", {Unit::sentence, 0, true, {}}},
        {"/p", {Unit::paragraph, 0, false, {}}},
        {"w/p", {Unit::paragraph, 0, false, {}}},
        {"+p", {Unit::paragraph, 0, true, {}}},
        {"NEAR/0", {Unit::words, 0, false, {}}},
        {"/999", {Unit::words, 999, false, {}}},
    };
    for (const auto& [word, near] : spellings) {
        INFO(word);
        CHECK(read_nearness(word) == near);
    }
}

TEST_CASE("words with a slash or a plus are words", "[query]") {
    for (const std::string word :
         {"near", "near/5", "adj/5", "and/or", "w/o", "n/a", "/", "+", "/sa", "/5x", "/-5", "c++", "+44123456789", "/5000000", "3/5", ""}) {
        INFO(word);
        CHECK_FALSE(read_nearness(word).has_value());
    }
}

}  // namespace palermo::query
