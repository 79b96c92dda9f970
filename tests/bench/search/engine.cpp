// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/engine.hpp"

#include "tests/bench/search/engines.hpp"

namespace palermo::bench {

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
