// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/result.hpp"

#include <filesystem>

namespace palermo {

// The note that lies beside a record which was not loaded, and says why: NAME.xml.rejected.txt.

[[nodiscard]] std::filesystem::path rejection_note_of(const std::filesystem::path& record);

[[nodiscard]] Result<void> write_rejection_note(const std::filesystem::path& record, const Diagnostics& findings);

/// Removes the note if there is one; a file of that name that somebody else wrote stays.
void remove_rejection_note(const std::filesystem::path& record);

/// Removes, in the whole tree, the notes whose record is gone.
void remove_orphaned_notes(const std::filesystem::path& directory);

}  // namespace palermo
