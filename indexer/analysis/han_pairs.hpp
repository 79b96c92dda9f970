// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Each two Han characters that stand side by side, folded, in the order of the text. A dictionary cuts the same characters differently in
/// different sentences; the pairs are what stays the same, so a Chinese or Japanese word is found by them too. Broken UTF-8 ends a run.
[[nodiscard]] std::vector<std::string> han_pairs(std::string_view text);

}  // namespace palermo
