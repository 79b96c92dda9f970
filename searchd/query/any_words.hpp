// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

namespace palermo::query {

/// The query as it reads when any of its plain words may match: those become one OR; whatever else was asked for stays. `phrases_too`: a
/// phrase is then as good as a word.
[[nodiscard]] Node with_any_of_its_words(const Node& query, bool phrases_too);

}  // namespace palermo::query
