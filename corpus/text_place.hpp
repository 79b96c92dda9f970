// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace palermo {

/// Where in the source a byte of an element's text stands. `element` is the byte of the element's '<', `at` a byte of its text as the
/// reader gives it: white space made one space, &amp; and the like resolved. The element itself when it ends before that.
[[nodiscard]] std::size_t place_in_element(std::string_view source, std::size_t element, std::size_t at);

}  // namespace palermo
