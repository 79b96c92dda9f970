// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace palermo::query {

/// What is wrong with a range, and one that is right; an empty mend means that none is near.
struct RangeMistake {
    std::string message;
    std::string mend;
};

/// Reads what stands behind "year:", "date:" or "sentence:": "2010", "2010..2015", "2010..", "..2015", ">=5y", "<18m", ">life".
/// A sentence is a number of years (5y, or 5), of months (18m), or "life".
[[nodiscard]] std::variant<Range, RangeMistake> read_range(RangeName name, std::string_view text);

}  // namespace palermo::query
