// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/sorted_keys.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace palermo {

/// How many slips of the pen are forgiven in `typed`: none in less than 4 letters, one in less than 8, else two.
[[nodiscard]] unsigned slips_forgiven(std::string_view typed);

/// The keys that begin with something at most `slips` slips away from `typed`, as ranges in ascending order. A slip is a letter too many,
/// too few or wrong, or two that changed places. The first letter and all digits must be right: a number that is nearly right is another
/// case. Walks the list as the tree that its sorted keys are, and passes over what cannot match; takes each key it looks at from
/// `looks_left` and ends early when none is left.
[[nodiscard]] std::vector<KeyRange> near_keys(const SortedKeys& keys, std::string_view typed, unsigned slips, std::size_t& looks_left);

}  // namespace palermo
