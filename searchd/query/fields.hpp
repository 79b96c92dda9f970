// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace palermo::query {

using FieldName = std::variant<TextFieldName, FilterName, RangeName>;

/// The field that is spelled so, in small or capital letters: "title", "COUNTRY".
[[nodiscard]] std::optional<FieldName> field_named(std::string_view name);

[[nodiscard]] std::string_view name_of(TextFieldName name);
[[nodiscard]] std::string_view name_of(FilterName name);
[[nodiscard]] std::string_view name_of(RangeName name);

}  // namespace palermo::query
