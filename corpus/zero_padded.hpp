// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>

namespace palermo {

/// A number that is not negative in at least `width` digits: such texts sort like the numbers.
[[nodiscard]] std::string zero_padded(std::integral auto number, std::size_t width) {
    const auto digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace palermo
