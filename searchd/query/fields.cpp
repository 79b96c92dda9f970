// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace palermo::query {
namespace {

constexpr std::array<std::pair<std::string_view, FieldName>, 16> fields{{
    {"text", TextFieldName::text},
    {"title", TextFieldName::title},
    {"court", TextFieldName::court},
    {"party", TextFieldName::party},
    {"citation", FilterName::citation},
    {"concept", FilterName::concept_},
    {"country", FilterName::country},
    {"crime", FilterName::crime},
    {"docket", FilterName::docket},
    {"id", FilterName::id},
    {"issue", FilterName::issue},
    {"lang", FilterName::lang},
    {"outcome", FilterName::outcome},
    {"date", RangeName::date},
    {"sentence", RangeName::sentence},
    {"year", RangeName::year},
}};

std::string_view name_of(const FieldName& field) {
    const auto found = std::ranges::find(fields, field, &std::pair<std::string_view, FieldName>::second);
    return found == fields.end() ? std::string_view() : found->first;
}

}  // namespace

std::optional<FieldName> field_named(std::string_view name) {
    std::string small(name);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const auto found = std::ranges::find(fields, std::string_view(small), &std::pair<std::string_view, FieldName>::first);
    if (found == fields.end()) return std::nullopt;
    return found->second;
}

std::string_view name_of(TextFieldName name) { return name_of(FieldName(name)); }
std::string_view name_of(FilterName name) { return name_of(FieldName(name)); }
std::string_view name_of(RangeName name) { return name_of(FieldName(name)); }

}  // namespace palermo::query
