// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <string>

namespace palermo {

/// Writes a number as the binary files hold it: its bytes, little-endian (index/mapped_file refuses to compile elsewhere). Twin of
/// number_at().
template <std::unsigned_integral Number>
void append_number(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// Seven bits a byte, the low ones first. Twin of VarintReader.
inline void append_varint(std::string& bytes, std::uint32_t number) {
    for (; number >= 0x80U; number >>= 7U) bytes += static_cast<char>((number & 0x7FU) | 0x80U);
    bytes += static_cast<char>(number);
}

}  // namespace palermo
