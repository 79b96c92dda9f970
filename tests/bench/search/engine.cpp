// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/engine.hpp"

#include "tests/bench/search/engines.hpp"

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

const std::vector<EngineKind>& engine_kinds() {
    static const std::vector<EngineKind> kinds{
        palermo_engine(),    xapian_engine(), xapian_spy_engine(), omega_engine(),
#ifdef PALERMO_BENCH_SQLITE
        sqlite_engine(),
#endif
#ifdef PALERMO_BENCH_POSTGRESQL
        postgresql_engine(),
#endif
    };
    return kinds;
}

}  // namespace palermo::bench
