// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// Elements of Akoma Ntoso that stand inside a line of text; every other one begins a line of its own.
[[nodiscard]] bool is_inline(std::string_view element);

/// Attributes that say nothing to a reader: ids, pointers inside the document, layout, and what a program noted about its own markup.
/// `element` and `attribute` are local names.
[[nodiscard]] bool is_markup(std::string_view element, std::string_view attribute, std::string_view value);

/// Elements whose content is layout.
[[nodiscard]] bool is_layout(std::string_view element);

/// What `convert --describe akn` prints.
[[nodiscard]] std::string describe_akn();

}  // namespace palermo
