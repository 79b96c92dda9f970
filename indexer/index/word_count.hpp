// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"

#include <cstdint>

namespace palermo {

/// The length of all documents in words: without the pairs of Han characters, which say the same words once more. Throws Xapian's errors.
[[nodiscard]] std::uint64_t count_words(const Xapian::Database& database);

}  // namespace palermo
