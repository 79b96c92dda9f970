// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// Text for a terminal, which would obey control characters: each is written as "<U+001B>", and a byte that is not UTF-8 as "<FF>". Those
/// of `kept` stay.
[[nodiscard]] std::string printable(std::string_view text, std::string_view kept = {});

}  // namespace palermo
