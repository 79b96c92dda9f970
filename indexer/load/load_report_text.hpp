// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_diff.hpp"
#include "indexer/load/load_report.hpp"

#include <string>
#include <vector>

namespace palermo {

/// A report for a terminal: what was found in the records, what changed in which field, what may be a duplicate, how counts move, and the
/// sum in the last lines. Long lists are cut, and say by how much.
[[nodiscard]] std::string render_text(const LoadReport& report);

/// Its last lines alone: the sum, and what became of it.
[[nodiscard]] std::string render_summary(const LoadReport& report);

/// The changed fields of one record, two lines each, what stands around the difference cut away.
[[nodiscard]] std::string render_text(const std::vector<FieldChange>& changes);

}  // namespace palermo
