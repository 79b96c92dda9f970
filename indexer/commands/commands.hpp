// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/commands/options.hpp"

namespace palermo::commands {

/// The commands of palermo-indexer. Each prints what it has to say and gives the exit code.
[[nodiscard]] int load(const Options& options);
[[nodiscard]] int check(const Options& options);
[[nodiscard]] int status(const Options& options);
[[nodiscard]] int show(const Options& options);
[[nodiscard]] int verify(const Options& options);

}  // namespace palermo::commands
