// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/sql_record.hpp"

#include "tests/bench/search/sql_text.hpp"

#include <algorithm>

namespace palermo::bench {

SqlRecord sql_record(const FlatRecord& flat) {
    SqlRecord record;
    const auto& facets = facet_tables();
    for (const auto& [name, value] : flat) {
        if (name == "id") record.name = value;
        if (name == "latest") record.latest = value;
        if (name == "p") record.body.append(value).push_back('\n');
        const auto facet = std::ranges::find(facets, name);
        if (facet != facets.end()) record.values.emplace_back(facet - facets.begin(), value);
    }
    return record;
}

}  // namespace palermo::bench
