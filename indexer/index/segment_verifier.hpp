// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/index/segment_parts.hpp"
#include "indexer/index/work_progress.hpp"

#include <filesystem>

namespace palermo {

// The checks of one segment's parts against each other: each appends what it finds, in our words. They read all documents that the segment
// holds, those among them that a generation no longer shows too, and those that take long tell of each how far they are.

/// Xapian's own check of a database: it reads every block of every table. False when something is wrong.
[[nodiscard]] bool verify_database(const std::filesystem::path& database, Diagnostics& findings);

/// The database against the manifest: the number of its documents, their docids, the number of their words.
void verify_counts(const SegmentParts& parts, Diagnostics& findings);

/// The facet columns against the boolean terms, both ways, "not recorded" as any value.
void verify_columns(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& findings);

/// The columns of dates, sentences and roles against the values that documents are found by, and against the facets.
void verify_value_columns(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& findings);

/// The record table against the terms of the ids, the documents' data and the texts they name.
void verify_records(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& findings);

/// The forward index against the terms of the text fields, both ways.
void verify_forward_index(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& findings);

/// The completions against the record table and, of words, the database.
void verify_completions(const SegmentParts& parts, Diagnostics& findings);

}  // namespace palermo
