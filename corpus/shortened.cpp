// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/shortened.hpp"

namespace palermo {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::string shortened(std::string_view value, std::size_t longest) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (begins_character(value[i]) && ++characters > longest) return std::string(value.substr(0, i)) + "...";
    }
    return std::string(value);
}

std::string in_quotes(std::string_view value, std::size_t longest) { return '"' + shortened(value, longest) + '"'; }

}  // namespace palermo
