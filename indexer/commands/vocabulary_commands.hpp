// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/commands/commands.hpp"

namespace palermo::commands {

// The commands below `vocabulary`, in files of their own.
void add_vocabulary_check(CLI::App& vocabulary, Action& action);
void add_vocabulary_diff(CLI::App& vocabulary, Action& action);
void add_vocabulary_apply(CLI::App& vocabulary, Action& action);
/// add, rename, merge, deprecate, restore and move: each changes a file.
void add_vocabulary_edits(CLI::App& vocabulary, Action& action);

}  // namespace palermo::commands
