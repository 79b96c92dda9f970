// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/progress.hpp"

#include <unistd.h>

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

void Progress::show(std::string_view step, std::size_t done, std::size_t total) {
    const auto now = std::chrono::steady_clock::now();
    if (!visible_ || (drawn_ && done != total && now - last_ < redraw_every)) return;
    last_ = now;
    drawn_ = true;
    std::cerr << clear_line << step;
    if (total > 0) std::cerr << ' ' << done << '/' << total;
    std::cerr << std::flush;
}

}  // namespace palermo::commands
