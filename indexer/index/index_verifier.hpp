// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/schema_validator.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/work_progress.hpp"

#include <cstdint>

namespace palermo {

struct VerifyRequest {
    bool all_generations = false;             ///< that are kept, and not the live one alone
    bool checksums_only = false;              ///< the files, and nothing of what they say
    const SchemaValidator* schema = nullptr;  ///< what the stored records must be; nothing: they are not checked against it
    WorkProgress progress = tell_nobody;
};

struct VerifyReport {
    std::uint64_t generations = 0;
    std::uint64_t segments = 0;
    std::uint64_t files = 0;
    std::uint64_t records = 0;  ///< documents that were read, those among them that are no longer shown too
    Diagnostics findings;       ///< none: the index is whole
};

/// Reads whole generations and compares everything with everything it must agree with: files with their checksums, each database with
/// Xapian's own check, facet columns with boolean terms, record tables with ids and documents, completions with both, manifests with their
/// segments, and the stored records with the schema and the vocabularies. What segments share is read once. Keeps no more in memory than a
/// few bytes for each document of one segment.
[[nodiscard]] VerifyReport verify_index(const IndexDirectory& directory, const VerifyRequest& request = {});

}  // namespace palermo
