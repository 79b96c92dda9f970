// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>

namespace palermo {

/// Writes a number as the binary files hold it: its bytes, little-endian (index/mapped_file refuses to compile elsewhere). Twin of
/// number_at().
template <std::unsigned_integral Number>
void append_number(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace palermo
