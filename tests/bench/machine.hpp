// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include <filesystem>
#include <string>

namespace palermo::bench {

/// Processor, cores, memory, kernel and how busy the machine is now: a benchmark's figures mean nothing without.
[[nodiscard]] boost::json::object describe_machine();

/// Now, in UTC: 2026-11-24T17:00:00Z.
[[nodiscard]] std::string now_utc();

}  // namespace palermo::bench
