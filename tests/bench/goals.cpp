// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/goals.hpp"

#include <cstdio>

namespace palermo::bench {

void print_goals(const std::vector<Goal>& goals) {
    std::printf("\n%-78s %8s   %-16s\n", "what has to be reached", "measured", "target");
    for (const auto& goal : goals) {
        const auto* sense = goal.sense == Goal::Sense::at_least ? "at least" : "at most";
        if (goal.value)
            std::printf("%-78s %8.2f   %-8s %-7g %s\n", goal.what.c_str(), *goal.value, sense, goal.target, goal.verdict().c_str());
        else
            std::printf("%-78s %8s   %-8s %-7g %s\n", goal.what.c_str(), "-", sense, goal.target, goal.verdict().c_str());
    }
}

}  // namespace palermo::bench
