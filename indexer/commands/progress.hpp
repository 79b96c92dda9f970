// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/work_progress.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace palermo::commands {

/// A line on the terminal that says how far long work is, how fast, and how long it will take; silent when standard error is not a
/// terminal.
class Progress {
public:
    explicit Progress(bool quiet);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void show(std::string_view step, std::size_t done, std::size_t total);
    /// Shows what it is told. For as long as this lives.
    [[nodiscard]] WorkProgress listener();

private:
    [[nodiscard]] std::string rate(std::size_t done, std::size_t total) const;

    bool visible_;
    bool drawn_ = false;
    std::string step_;
    std::chrono::steady_clock::time_point step_began_{};
    std::chrono::steady_clock::time_point last_{};
};

}  // namespace palermo::commands
