// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace palermo {

/// The text without the white space around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white_space = " \t\r\n";
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

}  // namespace palermo
