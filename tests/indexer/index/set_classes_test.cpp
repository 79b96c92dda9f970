// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/set_classes.hpp"

#include "indexer/load/facet_column_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <utility>

namespace palermo::test {
namespace {

std::optional<std::string> initial_of(const std::string& value) { return value.substr(0, 1); }

std::optional<std::string> only_b(const std::string& value) {
    return value.starts_with("b") ? std::optional<std::string>("seen") : std::nullopt;
}

}  // namespace

TEST_CASE("sets that the readings make the same of are one class", "[index][columns]") {
    const TempDirectory directory;
    const auto file = directory.path() / "facets.col";
    FacetColumnWriter writer(1);
    const std::vector<std::vector<std::string>> values{{"a1"}, {"a2"}, {"a1", "b1"}, {"b1", "a2"}, {"b2"}, {}};
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        PerColumn<std::vector<std::string>> row;
        row[Column::legal_concept] = values[i];
        writer.add(i + 1, row);
    }
    REQUIRE(writer.finish(file, 6).has_value());
    const auto columns = FacetColumns::open(file);
    REQUIRE(columns.has_value());

    const auto class_of_row = [&](const SetClasses& classes, std::uint32_t docid) {
        return classes.of_sets()[columns->set_of(Column::legal_concept, docid)];
    };
    const SetClasses both(*columns, Column::legal_concept, std::vector<ValueReading>{initial_of, only_b});
    CHECK(both.examples().size() == 4);
    CHECK(class_of_row(both, 1) == class_of_row(both, 2));
    CHECK(class_of_row(both, 3) == class_of_row(both, 4));
    CHECK(class_of_row(both, 5) != class_of_row(both, 3));
    CHECK(class_of_row(both, 6) != class_of_row(both, 1));
    for (std::uint32_t each = 0; each < both.examples().size(); ++each) CHECK(both.of_sets()[both.examples()[each]] == each);

    // What one reading leaves out is "not recorded" to it, whatever else the set holds.
    const SetClasses one(*columns, Column::legal_concept, std::vector<ValueReading>{only_b});
    CHECK(one.examples().size() == 2);
    CHECK(class_of_row(one, 6) == class_of_row(one, 1));
    CHECK(class_of_row(one, 5) == class_of_row(one, 3));
}

}  // namespace palermo::test
