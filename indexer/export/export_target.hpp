// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>

namespace palermo {

/// Where exported records go, one file ID.xml each. Nothing half-written ever stands under a final name.
class ExportTarget {
public:
    ExportTarget() = default;
    ExportTarget(const ExportTarget&) = delete;
    ExportTarget& operator=(const ExportTarget&) = delete;
    virtual ~ExportTarget() = default;

    /// `id` is a record's id (small letters, digits and hyphens), and so the name of a file everywhere.
    [[nodiscard]] virtual Result<void> add(const std::string& id, std::string_view xml) = 0;
    /// Without it, an archive is thrown away.
    [[nodiscard]] virtual Result<void> finish() = 0;
};

/// The target that `name` means: a tar when it ends in .tar, .tar.gz, .tgz or .tar.zst or is "-" (standard output), else a directory, made
/// if need be. What is there already (a file, or a directory with something in it) is refused unless `force`. `time` is the records' time
/// in a tar. Errors of the disk have Cause::disk, all others are the caller's (Cause::input).
[[nodiscard]] Result<std::unique_ptr<ExportTarget>> open_export_target(const std::string& name, bool force, std::time_t time);

}  // namespace palermo
