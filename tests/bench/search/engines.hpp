// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/engine.hpp"

namespace palermo::bench {

/// Searcher, in this process. `index`: a folder of palermo-indexer's.
[[nodiscard]] EngineKind palermo_engine();
/// Xapian::Enquire with the ten best and no more: what its matcher takes. `index`: a database of palermo_bench_plain_xapian's, with facets.
[[nodiscard]] EngineKind xapian_engine();
/// The same with a ValueCountMatchSpy for each facet and MSet::snippet, as Xapian's guide shows.
[[nodiscard]] EngineKind xapian_spy_engine();
/// Omega's program, started for every question as a web server does. `index` as above.
[[nodiscard]] EngineKind omega_engine();
/// FTS5, with facets counted by GROUP BY. `index`: a database of palermo_bench_fill_sql's.
[[nodiscard]] EngineKind sqlite_engine();
/// tsvector with GIN, the same tables of facets. `index`: a connection string.
[[nodiscard]] EngineKind postgresql_engine();

}  // namespace palermo::bench
