// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/flat_record.hpp"

#include <algorithm>

namespace palermo::bench {

std::string flat_name(std::string_view facet) {
    std::string name(facet);
    std::ranges::replace(name, '-', '_');
    return name;
}

bool read_flat_record(std::istream& in, FlatRecord& record) {
    record.clear();
    std::string line;
    while (std::getline(in, line) && !line.empty()) {
        const auto equals = line.find('=');
        record.push_back({line.substr(0, equals), line.substr(equals + 1)});
    }
    return !record.empty();
}

}  // namespace palermo::bench
