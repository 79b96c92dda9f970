// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace palermo::commands {

/// Where the schemas are unless --schemas says otherwise: those of the source tree it was built from while that exists, else the
/// installed ones.
[[nodiscard]] std::filesystem::path default_schemas_directory();

}  // namespace palermo::commands
