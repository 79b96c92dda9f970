// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/generation_diff.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

namespace palermo::test {

TEST_CASE("two generations differ by what was added, changed and taken out, by id", "[load][diff]") {
    TempIndex index{{.id = "b"}, {.id = "a", .title = "Before"}, {.id = "z"}};
    index.load({{.id = "a", .title = "After"}, {.id = "m"}, {.id = "z", .restricted = true}});
    const IndexDirectory directory(index.path());
    const auto diff = diff_generations(directory, 1, 2);
    REQUIRE(diff.has_value());
    CHECK(diff->added == std::vector<std::string>{"m"});
    CHECK(diff->removed == std::vector<std::string>{"z"});
    REQUIRE(diff->changed.size() == 1);
    CHECK(diff->changed.front().id == "a");
    CHECK(diff->changed.front().changes == std::vector<FieldChange>{{.field = "title", .before = "Before", .after = "After"}});
    const auto back = diff_generations(directory, 2, 1);
    REQUIRE(back.has_value());
    CHECK(back->added == diff->removed);
    CHECK(back->removed == diff->added);
    CHECK(diff_generations(directory, 1, 3).error().message == "There is no generation 3 in this index.");
}

}  // namespace palermo::test
