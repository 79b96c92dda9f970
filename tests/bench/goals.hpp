// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace palermo::bench {

/// Something that a benchmark has to reach.
struct Goal {
    enum class Sense { at_least, at_most };

    std::string what;
    std::optional<double> value;  ///< none: not measured
    Sense sense = Sense::at_least;
    double target = 0;

    [[nodiscard]] bool is_missed() const { return value && (sense == Sense::at_least ? *value < target : *value > target); }
    /// "reached", "MISSED" or "not measured".
    [[nodiscard]] std::string verdict() const { return !value ? "not measured" : is_missed() ? "MISSED" : "reached"; }
};

void print_goals(const std::vector<Goal>& goals);

}  // namespace palermo::bench
