// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/index/index_directory.hpp"

#include <cstdint>
#include <optional>

namespace palermo {

/// What is wrong with the report that is kept with a generation; nothing where it is whole, or there is none.
[[nodiscard]] std::optional<Diagnostic> report_damage(const IndexDirectory& directory, std::uint64_t generation);

/// Whether the reports of loads that are kept are whole, the newest first. Beside index_verifier, which knows no reports: no record depends
/// on them, and no manifest has their checksums.
void verify_reports(const IndexDirectory& directory, Diagnostics& findings);

}  // namespace palermo
