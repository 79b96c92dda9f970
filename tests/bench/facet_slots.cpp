// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/facet_slots.hpp"

#include "corpus/facet.hpp"
#include "tests/bench/flat_record.hpp"

namespace palermo::bench {

std::optional<unsigned> facet_slot(std::string_view flat) {
    unsigned slot = 10;
    for (const auto facet : all_facets) {
        if (flat == flat_name(name_of(facet))) return slot;
        ++slot;
    }
    return std::nullopt;
}

}  // namespace palermo::bench
