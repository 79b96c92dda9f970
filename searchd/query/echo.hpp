// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

#include <string>

namespace palermo::query {

/// The tree in words, every operator written out: what "read as" shows. Parses back to the same tree.
[[nodiscard]] std::string read_as(const Node& node);

}  // namespace palermo::query
