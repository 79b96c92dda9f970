// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"

#include <filesystem>

namespace palermo {

/// A new database of a part of a segment, to be compacted with others soon: nothing is flushed to disk, for only the joined segment has to
/// survive, and there are no term lists (see index/document_walk), so no document in it can be deleted. Throws Xapian's errors.
[[nodiscard]] Xapian::WritableDatabase create_part_database(const std::filesystem::path& path);

}  // namespace palermo
