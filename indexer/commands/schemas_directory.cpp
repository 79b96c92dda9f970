// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/schemas_directory.hpp"

#include <system_error>

namespace palermo::commands {

std::filesystem::path default_schemas_directory() {
    // The tree first: a program that still has its tree beside it is being worked on, and should not meet an older installation's schemas.
    const std::filesystem::path source = PALERMO_SOURCE_SCHEMAS;
    std::error_code error;
    return std::filesystem::exists(source / "case-record.xsd", error) ? source : std::filesystem::path(PALERMO_INSTALLED_SCHEMAS);
}

}  // namespace palermo::commands
