// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace palermo {

/// Told how far long work is: at what step, and how many records of it are done; `total` is 0 when nobody knows.
using WorkProgress = std::function<void(std::string_view step, std::size_t done, std::size_t total)>;

inline void tell_nobody(std::string_view /*step*/, std::size_t /*done*/, std::size_t /*total*/) {}

}  // namespace palermo
