// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace palermo::query {

/// Bounds of a query: what nobody types and only a machine would send.
inline constexpr std::size_t max_depth = 64;
inline constexpr std::size_t max_leaves = 1'000;

/// What is wrong with a query: one sentence, the byte where it is wrong, and a query near it that is right.
struct ParseError {
    std::string message;
    std::size_t offset = 0;
    std::string repair;
};

/// In order of binding: fields and brackets, then nearness, then NOT or a hyphen, then AND (also unwritten, between words), then OR.
/// Any input gives a tree, nothing (no word was typed: all cases are meant), or an error whose repair parses.
[[nodiscard]] std::variant<std::optional<Node>, ParseError> parse(std::string_view text);

}  // namespace palermo::query
