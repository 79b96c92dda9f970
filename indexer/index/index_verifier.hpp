// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/index/index_directory.hpp"

namespace palermo {

/// Reads the live generation whole: that every file is there with its size and checksum, that the databases hold as many documents as the
/// manifest says within their docid ranges, that every document's data and record can be read. Empty: the index is whole.
[[nodiscard]] Diagnostics verify_index(const IndexDirectory& directory);

}  // namespace palermo
