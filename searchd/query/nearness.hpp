// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

#include <optional>
#include <string_view>

namespace palermo::query {

/// Words that NEAR and ADJ without a number mean.
inline constexpr unsigned usual_distance = 10;
/// More than this many words apart is not near: that is what /p is for.
inline constexpr unsigned max_distance = 100;

/// Reads a word as an operator of nearness, without operands; nothing when it is none. "NEAR/5" and "ADJ/5" in capitals; "/5", "/s", "/p",
/// "w/5", "+5", "pre/5" and the like as in other legal systems. The distance may be out of bounds: the parser says so.
[[nodiscard]] std::optional<Near> read_nearness(std::string_view word);

}  // namespace palermo::query
