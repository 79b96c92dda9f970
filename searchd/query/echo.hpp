// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace palermo::query {

/// The tree in words, every operator written out: what "read as" shows. Parses back to the same tree.
[[nodiscard]] std::string read_as(const Node& node);

/// The same as a person would type it, without AND between words. Parses back to the same tree.
[[nodiscard]] std::string query_text(const Node& node);

/// `group` without the parts [first, last), as query_text; empty when nothing remains.
[[nodiscard]] std::string text_without(const std::vector<Node>& group, std::size_t first, std::size_t last);

/// `group` with the parts [first, last) read as plain text only: no concept that they name is searched for.
[[nodiscard]] std::string text_with_words_only(const std::vector<Node>& group, std::size_t first, std::size_t last);

}  // namespace palermo::query
