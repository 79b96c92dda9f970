// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace palermo::bench {

/// The value slots that the plain Xapian database of ./dev bench search has beside those of indexer/index/layout.hpp.
inline constexpr unsigned id_slot = 20;
/// Of a facet by its name in flat records; nothing when it is none. The slot holds all values of a record, each with `between_values`
/// behind.
[[nodiscard]] std::optional<unsigned> facet_slot(std::string_view flat);
inline constexpr char between_values = '\t';

}  // namespace palermo::bench
