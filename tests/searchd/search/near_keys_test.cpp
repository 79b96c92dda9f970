// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/near_keys.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

SortedKeys over(const std::vector<std::string>& keys) {
    return {.size = static_cast<std::uint32_t>(keys.size()), .at = [&keys](std::uint32_t i) { return std::string_view(keys[i]); }};
}

std::vector<std::string> near(const std::vector<std::string>& keys, const std::string& typed, unsigned slips) {
    auto looks = std::numeric_limits<std::size_t>::max();
    std::vector<std::string> found;
    for (const auto range : near_keys(over(keys), typed, slips, looks)) {
        for (auto i = range.begin; i < range.end; ++i) found.push_back(keys[i]);
    }
    return found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The table of Levenshtein's distance with neighbours changing places, written down in full; of the best beginning of `key`.
unsigned slips_between(const std::string& key, const std::string& typed) {
    constexpr unsigned far = 1'000;
    const auto cost = [](char one, char other) { return is_digit(one) || is_digit(other) ? far : 1U; };
    std::vector<std::vector<unsigned>> table(key.size() + 1, std::vector<unsigned>(typed.size() + 1, 0));
    auto best = far;
    for (std::size_t i = 0; i <= key.size(); ++i) {
        for (std::size_t j = 0; j <= typed.size(); ++j) {
            auto least = i == 0 && j == 0 ? 0 : far;
            if (i > 0) least = std::min(least, table[i - 1][j] + cost(key[i - 1], key[i - 1]));
            if (j > 0) least = std::min(least, table[i][j - 1] + cost(typed[j - 1], typed[j - 1]));
            if (i > 0 && j > 0)
                least = std::min(least, table[i - 1][j - 1] + (key[i - 1] == typed[j - 1] ? 0 : cost(key[i - 1], typed[j - 1])));
            if (i > 1 && j > 1 && key[i - 1] == typed[j - 2] && key[i - 2] == typed[j - 1])
                least = std::min(least, table[i - 2][j - 2] + cost(key[i - 1], key[i - 2]));
            table[i][j] = least;
        }
        best = std::min(best, table[i].back());
    }
    return best;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a letter too many, too few, wrong, or two that changed places are slips", "[search][suggest]") {
    const Words keys{"debt", "debtor", "passport", "passports", "seaport", "торговля людьми", "债役"};
    for (const std::string typed : {"pasport", "passsport", "pazsport", "psasport", "passprot", "passpor"}) {
        INFO(typed);
        CHECK(near(keys, typed, 1) == Words{"passport", "passports"});
    }
    CHECK(near(keys, "torgovlya", 2).empty());
    CHECK(near(keys, "тарговла", 2) == Words{"торговля людьми"});
    CHECK(near(keys, "psassprot", 1).empty());
    CHECK(near(keys, "psassprot", 2) == Words{"passport", "passports"});
    CHECK(near(keys, "", 2).empty());
}

TEST_CASE("the first letter and all digits must be right", "[search][suggest]") {
    const Words keys{"2008hca39", "2008hca40", "2009hca39", "passport"};
    CHECK(near(keys, "bassport", 2).empty());
    CHECK(near(keys, "2008hac39", 2) == Words{"2008hca39"});
    CHECK(near(keys, "2008hc39", 2) == Words{"2008hca39"});
    CHECK(near(keys, "2008hca9", 2).empty());
}

TEST_CASE("short texts are forgiven nothing, and letters are counted, not bytes", "[search][suggest]") {
    CHECK(slips_forgiven("abc") == 0);
    CHECK(slips_forgiven("abcd") == 1);
    CHECK(slips_forgiven("раб") == 0);
    CHECK(slips_forgiven("рабство") == 1);
    CHECK(slips_forgiven("торговля") == 2);
}

TEST_CASE("the walk finds what looking at every key would find", "[search][suggest]") {
    std::mt19937 random(5);
    const auto word = [&](std::size_t longest) {
        std::string text;
        for (auto left = 1 + random() % longest; left > 0; --left) text += "aabbcd1 "[random() % 8];
        return text;
    };
    std::set<std::string> distinct;
    while (distinct.size() < 2'000) distinct.insert(word(9));
    const Words keys(distinct.begin(), distinct.end());
    for (int i = 0; i < 300; ++i) {
        const auto typed = word(12);
        for (const unsigned slips : {1U, 2U}) {
            Words expected;
            std::ranges::copy_if(keys, std::back_inserter(expected), [&](const std::string& key) {
                return key.front() == typed.front() && slips_between(key, typed) <= slips;
            });
            INFO(typed << " with " << slips);
            CHECK(near(keys, typed, slips) == expected);
        }
    }
}

TEST_CASE("the walk ends when it has looked at as much as it may", "[search][suggest]") {
    Words keys;
    for (int i = 0; i < 5'000; ++i) keys.push_back("a" + std::to_string(10'000 + i) + "x");
    for (auto& key : keys)
        std::ranges::transform(key, key.begin(), [](char c) { return is_digit(c) ? static_cast<char>(c - '0' + 'a') : c; });
    std::size_t looks = 100;
    const auto some = near_keys(over(keys), "abababab", 2, looks);
    CHECK(looks == 0);
    CHECK(some.size() < 100);
    for (const std::size_t few : {0U, 1U, 2U}) {
        looks = few;
        (void)near_keys(over(keys), "abababab", 2, looks);
        CHECK(looks == 0);
    }
}

TEST_CASE("no bytes and no disorder among the keys make the walk fail", "[search][suggest]") {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        Words keys(200);
        for (auto& key : keys) {
            key.resize(random() % 12);
            for (auto& c : key) c = static_cast<char>(random() % 3 == 0 ? random() % 256 : 'a' + random() % 3);
        }
        for (const auto& typed : Words(keys.begin(), keys.begin() + 20)) (void)near(keys, "a" + typed, 2);
    }
}

}  // namespace palermo::test
