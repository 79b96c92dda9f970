// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/progress.hpp"

#include <unistd.h>

#include <cmath>
#include <iostream>

namespace palermo::commands {
namespace {

/// Often enough for an eye.
constexpr std::chrono::milliseconds redraw_every{100};
constexpr auto clear_line = "\r\x1b[K";

}  // namespace

Progress::Progress(bool quiet) : visible_(!quiet && isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (drawn_) std::cerr << clear_line << std::flush;
}

std::string Progress::rate(std::size_t done, std::size_t total) const {
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - step_began_).count();
    // The first moments say little about the rest.
    if (seconds < 1 || done == 0) return {};
    const auto left = std::lround(seconds / static_cast<double>(done) * static_cast<double>(total - done));
    const auto time = left < 60 ? std::to_string(left) + " s" : std::to_string(left / 60) + " min " + std::to_string(left % 60) + " s";
    return ", " + std::to_string(static_cast<long>(static_cast<double>(done) / seconds)) + " records/s, " + time + " left";
}

void Progress::show(std::string_view step, std::size_t done, std::size_t total) {
    if (!visible_) return;
    const auto now = std::chrono::steady_clock::now();
    if (step != step_) {
        step_ = step;
        step_began_ = now;
    } else if (drawn_ && done != total && now - last_ < redraw_every) {
        return;
    }
    last_ = now;
    drawn_ = true;
    std::cerr << clear_line << step;
    if (total > 0) std::cerr << ' ' << done << '/' << total << rate(done, total);
    std::cerr << std::flush;
}

WorkProgress Progress::listener() {
    return [this](std::string_view step, std::size_t done, std::size_t total) { show(step, done, total); };
}

}  // namespace palermo::commands
