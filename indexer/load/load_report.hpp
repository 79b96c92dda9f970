// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/facet.hpp"
#include "corpus/record_diff.hpp"
#include "indexer/load/taken_record.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palermo {

/// A record that a load did something with, and where it came from.
struct ReportedRecord {
    std::string id;
    std::string file;
    std::vector<FieldChange> changes = {};  ///< of a changed one
};

/// A record that may be of a case which another record has already.
struct PossibleDuplicate {
    std::string id;
    std::string file;
    std::string other_id;
    std::string reason;
};

/// What a load did, or would do. Reconciles: given = added + changed + same + restricted + rejected.
struct LoadReport {
    bool dry_run = false;
    bool refused = false;  ///< a strict load in which something was rejected: nothing was done
    std::uint64_t given = 0;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t same = 0;
    std::uint64_t restricted = 0;  ///< marked so: not indexed, and taken out if an earlier text of it was
    std::uint64_t rejected = 0;
    std::uint64_t rebuilt = 0;                ///< the same text, given or not, by other vocabularies or another analysis
    std::uint64_t removed = 0;                ///< not given to a mirroring load
    std::optional<std::uint64_t> generation;  ///< the new one; nothing when there was nothing to change
    std::uint64_t live_generation = 0;        ///< 0: there is no index yet
    std::uint64_t records = 0;                ///< in the live generation
    double seconds = 0;
    std::vector<ReportedRecord> added_records;
    std::vector<ReportedRecord> changed_records;
    std::vector<ReportedRecord> removed_records;
    std::vector<ReportedRecord> rejected_records;  ///< without an id when none could be read
    std::vector<PossibleDuplicate> duplicates;
    std::map<UnknownTerm, std::uint64_t> unknown_terms;         ///< and how many records name it
    PerFacet<std::map<std::string, std::int64_t>> facet_moves;  ///< by how much each count goes up or down; not-recorded is a value
    Diagnostics diagnostics;
};

/// False when the new generation would be like the old one.
[[nodiscard]] bool changes_anything(const LoadReport& report);

}  // namespace palermo
