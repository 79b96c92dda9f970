// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/export/export_target.hpp"

#include <ctime>
#include <filesystem>
#include <memory>

namespace palermo {

/// Each record becomes DIRECTORY/ID.xml at one stroke.
[[nodiscard]] Result<std::unique_ptr<ExportTarget>> open_directory_target(const std::filesystem::path& directory, bool force);

}  // namespace palermo
