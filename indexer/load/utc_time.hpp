// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palermo {

/// Now, as 2026-11-23T20:00:00Z.
[[nodiscard]] std::string now_utc();

}  // namespace palermo
