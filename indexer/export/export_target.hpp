// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

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

}  // namespace palermo
