// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace palermo {

// Both hold one entry at a time, for a report of a million records would take several times the memory of its text.

/// A kept report (see load_report_json.hpp) without everything that it says of these records. Nothing where the text is no whole report:
/// whom it names is not known then.
[[nodiscard]] std::optional<std::string> forget_records(std::string_view report, const std::set<std::string>& ids);

/// Whether a text is a whole report, in which records can be forgotten.
[[nodiscard]] bool is_whole_report(std::string_view text);

}  // namespace palermo
