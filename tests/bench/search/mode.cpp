// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/engine.hpp"

namespace palermo::bench {

std::string_view name_of(Mode mode) {
    static constexpr std::array<std::string_view, all_modes.size()> names{"hits", "facets", "pivots", "passages"};
    return names[static_cast<std::size_t>(mode)];
}

std::optional<Mode> mode_named(std::string_view name) {
    for (const auto mode : all_modes) {
        if (name == name_of(mode)) return mode;
    }
    return std::nullopt;
}

}  // namespace palermo::bench
