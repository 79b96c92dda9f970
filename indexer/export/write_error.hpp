// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <filesystem>

namespace palermo {

/// The diagnostic for a target that could not be written, from its errno.
[[nodiscard]] Diagnostic export_error(const std::filesystem::path& path, int error_number);

}  // namespace palermo
