// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/unfit_character.hpp"

namespace palermo {
namespace {

std::string control_name(unsigned char byte) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    return std::string("U+00") + hex[byte / 16U] + hex[byte % 16U];
}

}  // namespace

std::optional<UnfitCharacter> unfit_character(std::string_view text, std::size_t from) {
    for (auto i = from; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n') return UnfitCharacter{.offset = i, .name = control_name(byte)};
        if (byte != 0xEF) continue;
        const auto character = text.substr(i, 3);
        if (character == "\xEF\xBF\xBE") return UnfitCharacter{.offset = i, .name = "U+FFFE"};
        if (character == "\xEF\xBF\xBF") return UnfitCharacter{.offset = i, .name = "U+FFFF"};
    }
    return std::nullopt;
}

}  // namespace palermo
