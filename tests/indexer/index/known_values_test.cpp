// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/known_values.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) { return std::ranges::find(values, value) != values.end(); }

}  // namespace

TEST_CASE("a facet's known values are those that cases have and those that they could have, each once", "[index]") {
    const TempIndex index{
        {.id = "a", .country = "NL", .decided = "2010-03", .outcome = "acquitted", .evidential_issues = {{.id = "failure-to-escape"}}}};
    const auto snapshot = index.snapshot();
    for (const auto facet : all_facets) {
        const auto values = known_values(*snapshot, facet);
        INFO(name_of(facet));
        CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
        CHECK_FALSE(contains(values, std::string(not_recorded)));
        for (const auto& recorded : snapshot->facet_values(facet)) CHECK(contains(values, recorded));
    }
    CHECK(contains(known_values(*snapshot, Facet::outcome), "sentence-changed"));
    CHECK(contains(known_values(*snapshot, Facet::jurisdiction), "FJ"));
    CHECK(contains(known_values(*snapshot, Facet::jurisdiction), "council-of-europe"));
    CHECK(contains(known_values(*snapshot, Facet::evidential_issue), "late-complaint"));
    CHECK(contains(known_values(*snapshot, Facet::legal_concept), "debt-bondage"));
    CHECK_FALSE(contains(known_values(*snapshot, Facet::legal_concept), "late-complaint"));
    CHECK(known_values(*snapshot, Facet::year) == std::vector<std::string>{"2010"});
}

TEST_CASE("few values are told, and many are not", "[index]") {
    CHECK(told_if_few({"supreme", "appeal"}) == "The values are appeal, supreme.");
    CHECK(told_if_few(std::vector<std::string>(20, "x")).starts_with("The values are x, x"));
    CHECK(told_if_few(std::vector<std::string>(21, "x")).empty());
}

}  // namespace palermo::test
