// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace palermo {

/// The languages that labels come in: those of the United Nations.
inline constexpr std::array<std::string_view, 6> label_languages{"ar", "en", "es", "fr", "ru", "zh"};

}  // namespace palermo
