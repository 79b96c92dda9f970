// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/entity_tag.hpp"

#include "corpus/trimmed.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <functional>

namespace palermo::http {
namespace {

/// Weak comparison: a proxy that packs an answer makes its tag weak.
std::string_view opaque_part(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

}  // namespace

std::string make_entity_tag(std::string_view identity) {
    std::array<char, 2 * sizeof(std::size_t)> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), std::hash<std::string_view>{}(identity), 16);
    return "W/\"" + std::string(digits.data(), end) + '"';
}

bool names_entity_tag(std::string_view if_none_match, std::string_view tag) {
    if (if_none_match == "*") return true;
    // Our tags hold neither commas nor quotes, so that a list can be cut at its commas.
    while (!if_none_match.empty()) {
        const auto comma = if_none_match.find(',');
        const auto candidate = trimmed(if_none_match.substr(0, comma));
        if (opaque_part(candidate) == opaque_part(tag)) return true;
        if (comma == std::string_view::npos) break;
        if_none_match.remove_prefix(comma + 1);
    }
    return false;
}

}  // namespace palermo::http
