// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_diff.hpp"
#include "corpus/record_intake.hpp"
#include "indexer/load/live_generation.hpp"
#include "indexer/load/record_source.hpp"
#include "indexer/load/record_to_build.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palermo {

/// A concept that a record names and no vocabulary has.
struct UnknownTerm {
    std::string scheme;
    std::string id;
    std::string nearest;  ///< empty: none is near

    friend auto operator<=>(const UnknownTerm&, const UnknownTerm&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

/// A source after reading and checking it beside the live generation: everything about it that does not depend on the other sources.
struct TakenRecord {
    std::string file;
    std::string id;                         ///< empty: rejected before it was known
    std::string checksum;                   ///< of its text
    Place place;                            ///< of the record in its file
    bool is_same = false;                   ///< the live generation holds this very text, made by the same rules; it was not checked again
    std::optional<HeldRecord> old;          ///< what the live generation holds under its id
    std::optional<RecordToBuild> to_build;  ///< nothing: rejected, or the same
    std::vector<FieldChange> changes;       ///< from the old text, if there is one and it differs
    std::optional<CaseRecord> old_record;
    std::vector<UnknownTerm> unknown_terms;
    Diagnostics diagnostics;
};

/// `rules_changed`: the live generation was made with other vocabularies or another analysis, so that nothing counts as the same.
[[nodiscard]] TakenRecord take_record(const RecordSource& source, const LiveGeneration& live, const RecordIntake& intake,
                                      bool rules_changed);

}  // namespace palermo
