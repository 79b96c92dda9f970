// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

namespace palermo::bench {

/// Opens each index once more, after the kernel has been told to forget its files: sets cold_open_seconds of those that are files. Nobody
/// may have them open.
void measure_cold_opening(const SearchSetting& setting, SearchResults& results);

}  // namespace palermo::bench
