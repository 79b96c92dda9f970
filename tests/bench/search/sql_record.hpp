// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/flat_record.hpp"

#include <string>
#include <vector>

namespace palermo::bench {

/// A record as the tables of sql_text.hpp have it.
struct SqlRecord {
    std::string name;
    std::string latest;  ///< empty: undated
    std::string body;
    std::vector<std::pair<std::size_t, std::string>> values;  ///< the facet as an index into facet_tables(), and a value
};

[[nodiscard]] SqlRecord sql_record(const FlatRecord& flat);

}  // namespace palermo::bench
