// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palermo {

/// Characters of a value that a sentence says again: more than any id has, and less than anybody would not read.
inline constexpr std::size_t longest_quote = 80;

/// The value, or its beginning and "..." when it has more than `longest` characters: a file may have 65,000 of them where an id belongs.
[[nodiscard]] std::string shortened(std::string_view value, std::size_t longest = longest_quote);

/// The same in quotes.
[[nodiscard]] std::string in_quotes(std::string_view value, std::size_t longest = longest_quote);

}  // namespace palermo
