// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace palermo {

/// Writes to a descriptor all that there is, however often a signal comes between; false when that fails, and errno says why.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes);

}  // namespace palermo
