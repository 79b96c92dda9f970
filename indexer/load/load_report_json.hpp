// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/load/load_report.hpp"

#include <boost/json/array.hpp>

#include <string>

namespace palermo {

/// Diagnostics as JSON objects {severity, file, line, column, message, mend}.
[[nodiscard]] boost::json::array to_json(const Diagnostics& diagnostics);
/// Field changes as JSON objects {field, before, after}.
[[nodiscard]] boost::json::array to_json(const std::vector<FieldChange>& changes);

/// One JSON object on one line: what is printed for machines, and kept beside the generation.
[[nodiscard]] std::string render_json(const LoadReport& report);

}  // namespace palermo
