// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/draft.hpp"

#include <string>
#include <vector>

namespace palermo {

/// What a person states for all records of one run, for sources that do not state it themselves. A source's own word always stands.
struct ConvertOptions {
    std::string id;     ///< for a single document only
    std::string title;  ///< for a single document only
    std::string lang;
    std::string country;
    std::vector<std::string> crime_types;
    char separator = ',';  ///< between the cells of a CSV file
};

/// Content of the source that no part of a record takes.
struct Unmapped {
    Place place;
    std::string name;  ///< "img/@src", "column \"remarks\""; what --leave-out takes is `key`
    std::string key;
    std::string words;
    std::size_t characters = 0;
    std::string hint;  ///< a better name, when there is one; else empty
};

/// What came out of one file: drafts that are still to be checked, what was refused with its sentence, and what no record takes.
struct Conversion {
    std::vector<Draft> drafts;
    std::size_t refused = 0;  ///< records that cannot be made
    Diagnostics findings;
    std::vector<Unmapped> unmapped;
};

}  // namespace palermo
