// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/facet_column.hpp"

#include "indexer/load/facet_column_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

namespace palermo::test {
namespace {

using Ordinals = std::vector<std::uint32_t>;
using Row = PerColumn<std::vector<std::string>>;

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> values_of(const FacetColumns& columns, Column column, std::uint32_t docid) {
    std::vector<std::string> values;
    for (const auto ordinal : columns.ordinals(column, docid)) values.push_back(columns.values(column)[ordinal]);
    return values;
}

/// Docids 10 to 14, of which 10 and 13 have a row: one with two issues, one with none.
FacetColumns five_rows(const std::filesystem::path& file) {
    FacetColumnWriter writer(10);
    Row row;
    row[Column::outcome] = {"acquitted"};
    row[Column::evidential_issue] = {"a", "b"};
    writer.add(10, row);
    row[Column::outcome] = {"convicted"};
    row[Column::evidential_issue] = {};
    writer.add(13, row);
    REQUIRE(writer.finish(file, 14).has_value());
    auto columns = FacetColumns::open(file);
    REQUIRE(columns.has_value());
    return std::move(*columns);
}

/// `count` rows from docid 1 on, row i with the values that `values_of_row` gives it under one column.
template <class ValuesOfRow>
FacetColumns many_rows(const std::filesystem::path& file, std::uint32_t count, Column column, ValuesOfRow values_of_row) {
    FacetColumnWriter writer(1);
    for (std::uint32_t i = 0; i < count; ++i) {
        Row row;
        row[column] = values_of_row(i);
        writer.add(i + 1, row);
    }
    REQUIRE(writer.finish(file, count).has_value());
    auto columns = FacetColumns::open(file);
    REQUIRE(columns.has_value());
    return std::move(*columns);
}

}  // namespace

TEST_CASE("columns are read as they were written", "[index][columns]") {
    const TempDirectory directory;
    const auto columns = five_rows(directory.path() / "facets.col");
    CHECK(columns.first_docid() == 10);
    CHECK(columns.last_docid() == 14);
    CHECK(columns.rows() == 5);
    CHECK(columns.values(Column::outcome) == std::vector<std::string>{"acquitted", "convicted"});
    CHECK(columns.ordinals(Column::evidential_issue, 10) == Ordinals{0, 1});
    CHECK(columns.ordinals(Column::outcome, 13) == Ordinals{1});
    for (const std::uint32_t empty : {11U, 12U, 14U}) CHECK(columns.ordinals(Column::outcome, empty).empty());
    for (const auto column : all_columns) CHECK(columns.set_of(column, 12) == 0);
}

TEST_CASE("columns that are cut or changed anywhere are refused", "[index][columns]") {
    const TempDirectory directory;
    const auto file = directory.path() / "facets.col";
    (void)five_rows(file);
    const auto good = content_of(file);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x41);
        CHECK(FacetColumns::open(directory.write("bad", bad)).has_error());
        CHECK(FacetColumns::open(directory.write("bad", good.substr(0, i))).has_error());
    }
}

TEST_CASE("a column takes the least width that its sets need, and reads the same at each", "[index][columns]") {
    const TempDirectory directory;
    const auto file = directory.path() / "facets.col";
    std::size_t previous = 0;
    for (const std::uint32_t count : {255U, 256U, 65'535U, 65'536U}) {
        const auto columns = many_rows(file, count, Column::decided, [](std::uint32_t i) { return std::vector{std::to_string(i)}; });
        INFO(count);
        CHECK(columns.set_count(Column::decided) == count + 1);
        for (const std::uint32_t docid : {1U, count / 2, count})
            CHECK(values_of(columns, Column::decided, docid) == std::vector{std::to_string(docid - 1)});
        CHECK(columns.bytes() > previous);
        previous = columns.bytes();
    }
    // All others are a byte a row here, and this one four.
    const auto values = 65'536 * 4 + 10 + 90 * 2 + 900 * 3 + 9'000 * 4 + 55'536 * 5;
    CHECK(previous < values + 65'536 * (column_count - 1 + 4) + 1'000);
}

TEST_CASE("equal sets are kept once", "[index][columns]") {
    const TempDirectory directory;
    const auto columns = many_rows(directory.path() / "facets.col", 10'000, Column::legal_concept, [](std::uint32_t i) {
        return i % 2 == 0 ? std::vector<std::string>{"above", "below"} : std::vector<std::string>{"above"};
    });
    CHECK(columns.set_count(Column::legal_concept) == 3);
    CHECK(columns.bytes() < 10'000 * column_count + 1'000);
}

TEST_CASE("all columns together take at most a hundred bytes a record, where no two are catalogued alike", "[index][columns]") {
    const TempDirectory directory;
    constexpr std::uint32_t count = 5'000;
    std::mt19937 random(1);
    const auto some = [&](const std::string& name, std::size_t most, std::size_t of) {
        std::set<std::string> values;
        while (values.size() < most) values.insert(name + std::to_string(random() % of));
        return std::vector<std::string>(values.begin(), values.end());
    };
    FacetColumnWriter writer(1);
    for (std::uint32_t docid = 1; docid <= count; ++docid) {
        Row row;
        for (const auto column : all_columns) row[column] = some("value-", 1, 250);
        row[Column::legal_concept] = some("concept-", 16, 140);
        row[Column::evidential_issue] = some("issue-", 10, 80);
        row[Column::issue_role] = some("issue-role-", 10, 320);
        row[Column::decided] = some("2010-03-", 1, 10'000);
        writer.add(docid, row);
    }
    REQUIRE(writer.finish(directory.path() / "facets.col", count).has_value());
    CHECK(FacetColumns::open(directory.path() / "facets.col")->bytes() <= std::size_t{100} * count);
}

TEST_CASE("sets are counted and found by their rows", "[index][columns]") {
    const TempDirectory directory;
    const auto columns = five_rows(directory.path() / "facets.col");
    const Ordinals rows{0, 1, 3, 4};
    std::vector<std::uint32_t> counts(columns.set_count(Column::outcome));
    columns.count_sets(Column::outcome, rows, counts);
    CHECK(counts == std::vector<std::uint32_t>{2, 1, 1});
    std::vector<std::uint32_t> sets(rows.size());
    columns.read_sets(Column::outcome, rows, sets);
    CHECK(sets == std::vector<std::uint32_t>{1, 0, 2, 0});
    std::vector<std::uint8_t> wanted{1, 0, 1};
    std::vector<std::uint32_t> found;
    columns.rows_with(Column::outcome, wanted).for_each([&](std::uint32_t row) { found.push_back(row); });
    CHECK(found == std::vector<std::uint32_t>{1, 2, 3, 4});
}

TEST_CASE("joined columns carry over what rows have, and nothing that only an erased one had", "[index][columns]") {
    const TempDirectory directory;
    const auto first = many_rows(directory.path() / "first", 4, Column::issue_role, [](std::uint32_t i) {
        return std::vector<std::string>{"issue-" + std::to_string(i) + " weakened", "above weakened"};
    });
    FacetColumnWriter other(5);
    Row row;
    row[Column::issue_role] = {"above weakened", "issue-0 weakened"};
    other.add(5, row);
    REQUIRE(other.finish(directory.path() / "second", 6).has_value());
    const auto second = FacetColumns::open(directory.path() / "second");
    REQUIRE(second.has_value());

    FacetColumnWriter writer(1);
    writer.add_all(first, std::vector<std::uint32_t>{3});
    writer.add_all(*second, {});
    REQUIRE(writer.finish(directory.path() / "joined", 6).has_value());
    const auto joined = FacetColumns::open(directory.path() / "joined");
    REQUIRE(joined.has_value());
    CHECK(values_of(*joined, Column::issue_role, 2) == std::vector<std::string>{"issue-1 weakened", "above weakened"});
    CHECK(values_of(*joined, Column::issue_role, 5) == std::vector<std::string>{"above weakened", "issue-0 weakened"});
    CHECK(joined->set_of(Column::issue_role, 3) == 0);
    CHECK(content_of(directory.path() / "joined").find("issue-2") == std::string::npos);
}

TEST_CASE("the sets that hold a number are those in which it stands", "[index][columns]") {
    SetTable sets;
    const std::vector<std::vector<std::uint32_t>> all{{}, {3}, {1, 3, 2}, {}, {2}, {3, 3}, {}};
    for (const auto& set : all) sets.add(set);
    for (std::uint32_t number = 0; number < 5; ++number) {
        std::vector<std::uint8_t> holders;
        for (const auto& set : all) holders.push_back(std::ranges::count(set, number) > 0 ? 1 : 0);
        CHECK(sets.holders(number) == holders);
    }
    CHECK(SetTable().holders(1).empty());
}

}  // namespace palermo::test
