// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace palermo::bench {

/// How many times as fast ours is as another, by name: "short facets xapian_spy". Of the processor's time where the other's is known, which
/// neighbours on the machine do not change, of each question's best.
using Ratios = std::map<std::string, double>;

[[nodiscard]] Ratios measured_ratios(const std::vector<SearchResults>& all);

/// The ratios that are committed for a size, of this kind of build (programs with assertions are slower); empty when there are none.
[[nodiscard]] Ratios read_reference(const std::filesystem::path& file, const std::string& size);
/// Writes them into the file in the place of what it had for this size and kind of build.
void write_reference(const std::filesystem::path& file, const std::string& size, const Ratios& ratios);

/// Below this share of the reference a ratio has fallen.
inline constexpr double tolerated = 0.8;

/// The names of those that have fallen. A ratio that was not measured has not.
[[nodiscard]] std::vector<std::string> fallen(const Ratios& measured, const Ratios& reference);

/// Of each the better.
[[nodiscard]] Ratios better_of(Ratios ratios, const Ratios& others);

}  // namespace palermo::bench
