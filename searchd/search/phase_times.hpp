// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>

namespace palermo {

/// What the time of one request goes into.
enum class Phase {
    wait,      ///< for a free worker
    parse,     ///< the query's text into its parts
    plan,      ///< the parts into what the index is asked, words and concepts looked up
    match,     ///< finding and ranking the cases of the page
    facets,    ///< counting all cases that match
    passages,  ///< reading the page's cases and marking what matched
    render,    ///< writing the answer as JSON or HTML
    write      ///< handing it to the network; known only when it has gone
};

inline constexpr std::array<std::string_view, 8> phase_names{"wait", "parse", "plan", "match", "facets", "passages", "render", "write"};

/// How long each phase of a request took.
class PhaseTimes {
public:
    using Duration = std::chrono::steady_clock::duration;

    void add(Phase phase, Duration spent) { spent_[index(phase)] += spent; }
    /// Zero for a phase that did not come about.
    [[nodiscard]] Duration of(Phase phase) const { return spent_[index(phase)]; }

private:
    static std::size_t index(Phase phase) { return static_cast<std::size_t>(phase); }

    std::array<Duration, phase_names.size()> spent_{};
};

/// Gives the time that passes to the phase that runs, also when that ends with an exception.
class PhaseClock {
public:
    explicit PhaseClock(Phase first = Phase::wait) : running_(first) {}

    /// From now on another phase runs.
    void enter(Phase next) {
        const auto now = std::chrono::steady_clock::now();
        times_.add(running_, now - since_);
        since_ = now;
        running_ = next;
    }

    /// The times up to now.
    [[nodiscard]] const PhaseTimes& read() {
        enter(running_);
        return times_;
    }

private:
    Phase running_;
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
    PhaseTimes times_;
};

}  // namespace palermo
