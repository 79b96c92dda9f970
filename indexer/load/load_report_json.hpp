// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/load/load_report.hpp"

#include <boost/json/array.hpp>

#include <string>
#include <string_view>

namespace palermo {

/// Text that may hold a name of a file, and so any bytes, for JSON, which is UTF-8: a byte that is not is written as "<FF>", as text
/// answers write it. Control characters stay: JSON has its own way with them.
[[nodiscard]] std::string json_text(std::string_view text);

/// Diagnostics as JSON objects {severity, file, line, column, message, mend}.
[[nodiscard]] boost::json::array to_json(const Diagnostics& diagnostics);
/// Field changes as JSON objects {field, before, after}.
[[nodiscard]] boost::json::array to_json(const std::vector<FieldChange>& changes);

/// One JSON object on one line: what is printed for machines, and kept beside the generation.
[[nodiscard]] std::string render_json(const LoadReport& report);

}  // namespace palermo
