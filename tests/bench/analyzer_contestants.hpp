// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace palermo::bench {

/// One way to read texts. Each run begins with nothing remembered, and gives a count that depends on all its work.
struct Contestant {
    std::string_view key;
    std::string_view does;
    std::function<std::size_t(std::span<const std::string> texts)> run;
};

/// The first is what the others are measured against.
[[nodiscard]] std::span<const Contestant> analyzer_contestants();

}  // namespace palermo::bench
