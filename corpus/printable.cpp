// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/printable.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace palermo {
namespace {

std::string in_hex(std::uint32_t number, std::size_t digits) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string text(digits, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number /= 16) *digit = hex[number % 16];
    return text;
}

}  // namespace

std::string printable(std::string_view text, std::string_view kept) {
    if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; })) return std::string(text);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::string shown;
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        UChar32 character = 0;
        U8_NEXT(bytes, i, text.size(), character);
        if (character < 0) {
            // One byte at a time: what follows may be whole again.
            i = start + 1;
            shown += '<' + in_hex(bytes[start], 2) + '>';
        } else if (u_charType(character) == U_CONTROL_CHAR && kept.find(text[start]) == std::string_view::npos) {
            shown += "<U+" + in_hex(static_cast<std::uint32_t>(character), 4) + '>';
        } else {
            shown.append(text, start, i - start);
        }
    }
    return shown;
}

}  // namespace palermo
