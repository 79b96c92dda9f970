// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace palermo {

/// About 100 MB.
inline constexpr std::size_t postings_at_once = 8'000'000;

/// Calls `use` for each document of a segment's database from docid `first` to `last` (inclusive), ascending, with its terms and
/// values. A database is built without Xapian's list of each document's terms, which costs a load a tenth of its time and
/// the index a fifth of its size; the few who need it gather it from the postings here, of as many documents at a time as have `at_once`
/// of them, about. Looks into every term's postings, also for one document alone: not for searches. Throws Xapian's errors.
void for_each_document(const Xapian::Database& database, std::uint32_t first, std::uint32_t last,
                       const std::function<void(std::uint32_t docid, Xapian::Document document)>& use,
                       std::size_t at_once = postings_at_once);

/// Whether a document has a term, asked of the term's postings. Throws Xapian's errors.
[[nodiscard]] bool has_term(const Xapian::Database& database, Xapian::docid docid, const std::string& term);

}  // namespace palermo
