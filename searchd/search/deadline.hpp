// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <stdexcept>

namespace palermo {

/// Thrown inside a search that takes too long; Searcher catches it.
struct DeadlinePassed : std::runtime_error {
    DeadlinePassed() : std::runtime_error("the search took too long") {}
};

using Deadline = std::chrono::steady_clock::time_point;

/// Looks at the clock only now and then: it costs more than a match.
class Watch {
public:
    explicit Watch(Deadline deadline) : deadline_(deadline) {}

    [[nodiscard]] Deadline deadline() const { return deadline_; }

    void tick() {
        if (++ticks_ % 1024 == 1 && std::chrono::steady_clock::now() > deadline_) throw DeadlinePassed();
    }

private:
    Deadline deadline_;
    std::uint64_t ticks_ = 0;
};

}  // namespace palermo
