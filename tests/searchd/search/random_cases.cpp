// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/random_cases.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>

namespace palermo::test {
namespace {

using Names = std::vector<std::string_view>;

/// None has another form, and no label of a concept has one of them.
const Names words{"kelp", "moss", "fern", "reed", "sage", "loam", "peat", "birch"};
const Names countries{"NL", "AU", "FR", "BR"};
const Names levels{"first-instance", "appeal", "supreme"};
const Names outcomes{"convicted", "acquitted", "discontinued"};
const Names crimes{"trafficking-in-persons", "smuggling-of-migrants"};
const Names concepts{"act-recruitment", "act-transfer",      "means-threat",          "means-threat-or-force",
                     "tip-purpose",     "purpose-servitude", "domestic-servitude",    "debt-bondage",
                     "som-by-sea",      "money-laundering",  "trafficking-in-persons"};
const Names issues{"failure-to-escape", "late-complaint", "victim-behaviour", "withholding-documents", "marked-money"};
const Names roles{"strengthened", "weakened", "neutral", "unclear"};

std::vector<std::string> split(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

bool has_word(const TestRecord& record, const std::string& word) {
    return std::ranges::any_of(record.facts, [&](const std::string& paragraph) {
        const auto all = split(paragraph);
        return std::ranges::find(all, word) != all.end();
    });
}

/// Two different words at most `distance` apart in one paragraph; `ordered`: one right behind the other.
bool are_near(const TestRecord& record, const std::string& left, const std::string& right, std::ptrdiff_t distance, bool ordered) {
    return std::ranges::any_of(record.facts, [&](const std::string& paragraph) {
        const auto all = split(paragraph);
        for (std::ptrdiff_t i = 0; i < std::ssize(all); ++i) {
            for (std::ptrdiff_t k = 0; k < std::ssize(all); ++k) {
                const bool fits = ordered ? k - i == distance : std::abs(k - i) <= distance;
                if (all[static_cast<std::size_t>(i)] == left && all[static_cast<std::size_t>(k)] == right && fits) return true;
            }
        }
        return false;
    });
}

bool may_be_decided(const TestRecord& record, const std::string& from, const std::string& to) {
    const auto decided = PartialDate::parse(record.decided);
    return decided && decided->latest() >= PartialDate::parse(from)->earliest() && decided->earliest() <= PartialDate::parse(to)->latest();
}

/// In months; life is longer than any.
std::optional<int> longest_sentence(const TestRecord& record) {
    std::optional<int> longest;
    for (const auto& sentence : record.sentences) {
        constexpr int life = 900'000;
        if (sentence.life) longest = life;
        if (sentence.months > 0) longest = std::max(longest.value_or(0), sentence.months);
    }
    return longest;
}

}  // namespace

template <class Values>
std::vector<std::string> RandomCases::some_of(const Values& values, std::size_t most) {
    std::vector<std::string> some;
    for (auto left = below(most + 1); left > 0; --left) {
        auto value = one_of(values);
        if (std::ranges::find(some, value) == some.end()) some.push_back(std::move(value));
    }
    return some;
}

std::string RandomCases::date() {
    auto date = std::to_string(2008 + below(6));
    if (chance(60)) date += "-0" + std::to_string(1 + below(3));
    if (date.size() > 4 && chance(60)) date += "-1" + std::to_string(below(3));
    return date;
}

TestRecord RandomCases::record(const std::string& id) {
    TestRecord record{.id = id, .title = "Untitled", .country = one_of(countries), .crime_types = {one_of(crimes)}};
    for (auto paragraphs = below(3); paragraphs > 0; --paragraphs) {
        std::string text;
        for (auto left = 1 + below(8); left > 0; --left) text += (text.empty() ? "" : " ") + one_of(words);
        record.facts.push_back(text);
    }
    if (chance(70)) record.court_level = one_of(levels);
    if (chance(85)) record.decided = date();
    if (chance(75)) record.outcome = one_of(outcomes);
    if (chance(20)) record.crime_types = {std::string(crimes[0]), std::string(crimes[1])};
    record.legal_concepts = some_of(concepts, 4);
    for (const auto& issue : some_of(issues, 3)) record.evidential_issues.push_back({.id = issue, .role = one_of(roles)});
    record.origin = some_of(countries, 2);
    record.destination = some_of(countries, 1);
    for (auto left = below(3); left > 0; --left) {
        TestSentence sentence{.months = static_cast<int>(below(120)), .life = chance(10), .suspended_months = 0};
        if (chance(30)) sentence.suspended_months = static_cast<int>(below(24));
        record.sentences.push_back(sentence);
    }
    return record;
}

std::vector<TestRecord> RandomCases::records(std::size_t first, std::size_t count) {
    std::vector<TestRecord> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(record("r" + std::to_string(first + i)));
    return all;
}

Question RandomCases::filter() {
    if (chance(30)) {
        const auto value = one_of(outcomes);
        return {"outcome:" + value, [value](const TestRecord& record) { return record.outcome == value; }};
    }
    if (chance(40)) {
        const auto low = static_cast<int>(below(60));
        const auto high = low + static_cast<int>(below(60));
        return {"sentence:" + std::to_string(low) + "m.." + std::to_string(high) + "m", [low, high](const TestRecord& record) {
                    const auto months = longest_sentence(record);
                    return months && *months >= low && *months <= high;
                }};
    }
    auto from = std::to_string(2008 + below(6));
    auto to = std::to_string(std::stoul(from) + below(3));
    return {"year:" + from + ".." + to, [from, to](const TestRecord& record) { return may_be_decided(record, from, to); }};
}

Question RandomCases::leaf() {
    const auto word = one_of(words);
    auto other = one_of(words);
    while (other == word) other = one_of(words);
    switch (below(10)) {
        case 0: return filter();
        case 1:
            return {'"' + word + ' ' + other + '"',
                    [word, other](const TestRecord& record) { return are_near(record, word, other, 1, true); }};
        case 2:
            return {'(' + word + " NEAR/3 " + other + ')',
                    [word, other](const TestRecord& record) { return are_near(record, word, other, 3, false); }};
        case 3:
            return {word.substr(0, 3) + '*', [word](const TestRecord& record) {
                        return std::ranges::any_of(words, [&](std::string_view each) {
                            return each.starts_with(word.substr(0, 3)) && has_word(record, std::string(each));
                        });
                    }};
        default: return {word, [word](const TestRecord& record) { return has_word(record, word); }};
    }
}

Question RandomCases::joined(unsigned depth) {
    const auto left = question(depth - 1);
    const auto right = question(depth - 1);
    const auto both = [&](const std::string& between) { return '(' + left.text + between + right.text + ')'; };
    switch (below(4)) {
        case 0: return {both(" OR "), [left, right](const TestRecord& record) { return left.matches(record) || right.matches(record); }};
        case 1: return {both(" NOT "), [left, right](const TestRecord& record) { return left.matches(record) && !right.matches(record); }};
        case 2: return {both(" AND "), [left, right](const TestRecord& record) { return left.matches(record) && right.matches(record); }};
        default: return {both(" "), [left, right](const TestRecord& record) { return left.matches(record) && right.matches(record); }};
    }
}

Question RandomCases::question(unsigned depth) { return depth == 0 || chance(25) ? leaf() : joined(depth); }

Question RandomCases::any_question() {
    return chance(20) ? Question{"", [](const TestRecord&) { return true; }} : question(3);
}

FacetSelection RandomCases::selection(Facet facet) {
    const Names years{"2008", "2009", "2010", "2011", "2012", "2013"};
    const Names above{"tip-act", "tip-means", "mosaic-of-evidence", "evidential-weaknesses"};
    const auto& values = facet == Facet::evidential_issue ? issues
                         : facet == Facet::legal_concept  ? concepts
                         : facet == Facet::outcome        ? outcomes
                         : facet == Facet::crime_type     ? crimes
                         : facet == Facet::jurisdiction   ? countries
                         : facet == Facet::court_level    ? levels
                                                          : years;
    const auto value = [&] {
        if (chance(15)) return std::string(not_recorded);
        if (chance(5)) return std::string("no-such-value");
        return is_hierarchical(facet) && chance(25) ? one_of(above) : one_of(values);
    };
    FacetSelection selection;
    for (auto left = below(3); left > 0; --left) selection.included.push_back(value());
    if (chance(40)) selection.excluded.push_back(value());
    return selection;
}

Pivot RandomCases::pivot() {
    Pivot sides;
    for (const auto size = 2 + below(2); sides.size() < size;) {
        const auto side = pivot_side_names[below(pivot_side_names.size())].second;
        if (std::ranges::find(sides, side) == sides.end()) sides.push_back(side);
    }
    const bool has_issue = std::ranges::find(sides, PivotSide::issue) != sides.end();
    if (!has_issue) std::ranges::replace(sides, PivotSide::role, PivotSide::issue);
    return sides;
}

SearchRequest RandomCases::request(const Question& question) {
    SearchRequest request;
    request.text = question.text;
    request.match = MatchMode::all;
    request.size = 5;
    for (const auto facet : all_facets) {
        if (chance(25)) request.facets[facet] = selection(facet);
    }
    if (chance(20)) request.from = PartialDate::parse(date());
    if (chance(20)) request.to = PartialDate::parse(date());
    if (chance(20)) request.sort = SortOrder::oldest;
    request.counts = usual_counts();
    request.counts.histograms.push_back(HistogramUnit::month);
    request.counts.pivots.push_back(pivot());
    return request;
}

}  // namespace palermo::test
