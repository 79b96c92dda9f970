// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace palermo {

/// searchd/assets/style.css, built in.
[[nodiscard]] std::string_view style_sheet();

}  // namespace palermo
