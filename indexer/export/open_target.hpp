// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/export/export_target.hpp"

#include <ctime>
#include <memory>
#include <string>

namespace palermo {

/// The target that `name` means: a tar when it ends in .tar, .tar.gz, .tgz or .tar.zst or is "-" (standard output), else a directory, made
/// if need be. What is there already (a file, or a directory with something in it) is refused unless `force`. `time` is the records' time
/// in a tar. Errors of the disk have Cause::disk, all others are the caller's (Cause::input).
[[nodiscard]] Result<std::unique_ptr<ExportTarget>> open_export_target(const std::string& name, bool force, std::time_t time);

}  // namespace palermo
