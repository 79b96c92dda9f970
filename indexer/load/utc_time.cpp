// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/utc_time.hpp"

#include <ctime>

namespace palermo {

std::string now_utc() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::string text(sizeof "2026-11-23T20:00:00Z", '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
    return text;
}

}  // namespace palermo
