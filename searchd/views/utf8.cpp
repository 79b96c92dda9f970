// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/utf8.hpp"

#include <cstdint>

namespace palermo {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The size of the well-formed character at the start of `text`; 0 when there is none (Unicode, table 3-7).
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0}; };
    const auto is_in = [](std::uint8_t value, std::uint8_t low, std::uint8_t high) { return value >= low && value <= high; };
    const auto is_tail = [&](std::size_t i) { return is_in(byte(i), 0x80, 0xBF); };
    const auto first = byte(0);
    if (first < 0x80) return 1;
    if (is_in(first, 0xC2, 0xDF)) return is_tail(1) ? 2 : 0;
    if (is_in(first, 0xE0, 0xEF)) {
        const std::uint8_t low = first == 0xE0 ? 0xA0 : 0x80;
        const std::uint8_t high = first == 0xED ? 0x9F : 0xBF;
        return is_in(byte(1), low, high) && is_tail(2) ? 3 : 0;
    }
    if (is_in(first, 0xF0, 0xF4)) {
        const std::uint8_t low = first == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t high = first == 0xF4 ? 0x8F : 0xBF;
        return is_in(byte(1), low, high) && is_tail(2) && is_tail(3) ? 4 : 0;
    }
    return 0;
}

bool is_forbidden(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    const bool is_control = character.size() == 1 && ((first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F);
    const bool is_noncharacter = character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
    return is_control || is_noncharacter;
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto size = character_size(text);
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

bool is_clean_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        if (first >= 0x20 && first < 0x7F) {
            // Nearly always.
            text.remove_prefix(1);
            continue;
        }
        const auto size = character_size(text);
        if (size == 0 || is_forbidden(text.substr(0, size))) return false;
        text.remove_prefix(size);
    }
    return true;
}

std::string clean_utf8(std::string_view text) {
    if (is_clean_utf8(text)) return std::string(text);
    std::string clean;
    while (!text.empty()) {
        const auto size = character_size(text);
        const auto character = text.substr(0, size);
        if (size == 0)
            clean += replacement;
        else if (!is_forbidden(character))
            clean += character;
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return clean;
}

}  // namespace palermo
