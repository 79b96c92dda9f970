// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/export/export_target.hpp"

#include <ctime>
#include <filesystem>
#include <memory>

namespace palermo {

enum class TarPacking { none, gzip, zstd };

// A tar with one entry ID.xml a record: owner 0, mode 0644, one time for all, so that the same records give the same bytes.

/// The file gets its name when it is whole.
[[nodiscard]] Result<std::unique_ptr<ExportTarget>> open_tar_file(const std::filesystem::path& file, TarPacking packing, bool force,
                                                                  std::time_t time);
/// Not packed. Refused when standard output is a terminal.
[[nodiscard]] Result<std::unique_ptr<ExportTarget>> open_tar_on_standard_output(std::time_t time);

}  // namespace palermo
