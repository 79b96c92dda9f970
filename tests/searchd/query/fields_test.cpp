// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/fields.hpp"

#include "tests/support/catch.hpp"

namespace palermo::query {

TEST_CASE("a field is found by its name in small or capital letters, and by nothing else", "[query]") {
    CHECK(field_named("title") == FieldName(TextFieldName::title));
    CHECK(field_named("COUNTRY") == FieldName(FilterName::country));
    CHECK(field_named("Sentence") == FieldName(RangeName::sentence));
    CHECK_FALSE(field_named("titles").has_value());
    CHECK_FALSE(field_named("").has_value());
}

TEST_CASE("every field is called what it is found by", "[query]") {
    for (const auto name : {TextFieldName::text, TextFieldName::title, TextFieldName::court, TextFieldName::party})
        CHECK(field_named(name_of(name)) == FieldName(name));
    for (const auto name : {FilterName::citation, FilterName::concept_, FilterName::country, FilterName::crime, FilterName::docket,
                            FilterName::id, FilterName::issue, FilterName::lang, FilterName::outcome})
        CHECK(field_named(name_of(name)) == FieldName(name));
    for (const auto name : {RangeName::date, RangeName::sentence, RangeName::year}) CHECK(field_named(name_of(name)) == FieldName(name));
}

}  // namespace palermo::query
