// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_policy.hpp"
#include "corpus/result.hpp"

#include <filesystem>

namespace palermo::commands {

/// The identity policy that a configuration file makes of the default one; the default for an empty path. Every name and value that the
/// file gets wrong is an error with its line: see indexer.toml for what it may hold.
[[nodiscard]] Result<IdentityPolicy> read_identity_policy(const std::filesystem::path& file);

}  // namespace palermo::commands
