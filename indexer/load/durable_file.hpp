// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <filesystem>
#include <string_view>

namespace palermo {

/// Files that survive a power cut. Errors (disk full, no permission, a bad disk) are diagnostics that name the file.

/// Creates or overwrites `file` and waits until the disk has it.
[[nodiscard]] Result<void> write_durably(const std::filesystem::path& file, std::string_view content);

/// Puts `content` under `file`'s name at one stroke: readers see the old content or the new.
[[nodiscard]] Result<void> replace_durably(const std::filesystem::path& file, std::string_view content);

/// Waits until the disk has a file's bytes, or a directory's entries.
[[nodiscard]] Result<void> flush_to_disk(const std::filesystem::path& file_or_directory);

/// flush_to_disk for everything below a directory, and the directory.
[[nodiscard]] Result<void> flush_tree_to_disk(const std::filesystem::path& directory);

/// The diagnostic for an operation of the file system that failed with this errno.
[[nodiscard]] Diagnostic disk_error(const std::filesystem::path& path, int error_number);

}  // namespace palermo
