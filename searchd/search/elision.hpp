// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"

#include <cstddef>
#include <string_view>

namespace palermo {

/// The bytes of the elided article that a word of a query begins with, "l'" of "l'exploitation", as French and Italian texts are read; 0
/// when it has none. What English puts behind an apostrophe ("victim's", "don't") is no word, so that nothing is elided before it.
[[nodiscard]] std::size_t elided_article(std::string_view word, Analyzer& analyzer);

}  // namespace palermo
