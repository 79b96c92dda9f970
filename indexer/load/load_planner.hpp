// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_intake.hpp"
#include "indexer/load/live_generation.hpp"
#include "indexer/load/load_report.hpp"
#include "indexer/load/taken_record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palermo {

/// A document that the new generation no longer shows.
struct DocumentToErase {
    std::uint32_t docid = 0;
    bool leaves_nothing = false;  ///< restricted: not even its text may stay behind in the segment
};

/// What to do about one record.
struct Decision {
    std::optional<RecordToBuild> build;
    std::optional<DocumentToErase> erase;
};

/// Decides, one record after the other in the order in which they were given, what a load does, and writes its report: ids that are given
/// twice, records that were taken down, duplicates, counts.
class LoadPlanner {
public:
    LoadPlanner(const LiveGeneration& live, const Vocabularies& vocabularies, bool rules_changed)
        : live_(live), vocabularies_(vocabularies), rules_changed_(rules_changed) {}

    /// Before all else, where the live generation was made with other vocabularies: by these its records are counted.
    void was_made_with(Vocabularies old) { old_vocabularies_ = std::move(old); }
    /// What was given and led to no source counts as a rejected record.
    void reject_unreadable(const Diagnostics& unreadable);
    [[nodiscard]] Decision take(TakenRecord taken);
    /// A record of the index that was not given and has to be built by the new rules. An error if it does not pass them.
    [[nodiscard]] Result<Decision> rebuild(TakenRecord taken);
    /// The records of the index that were not given; all of them before the first take().
    [[nodiscard]] std::vector<HeldRecord> not_given() const;
    /// For a mirroring load: a record that was not given goes.
    [[nodiscard]] Result<Decision> remove(const HeldRecord& held);

    [[nodiscard]] LoadReport& report() { return report_; }
    /// After the last decision: gives back the memory for them, some hundred bytes for each record. The report stays.
    void finish();

private:
    Decision reject(TakenRecord& taken, std::optional<Diagnostic> reason);
    Decision take_restricted(const TakenRecord& taken);
    void count_shown(const CaseRecord& record);
    void count_moves(const PerColumn<std::vector<std::string>>& row, int by);
    void look_for_duplicates(const RecordToBuild& added, const std::string& file);

    const LiveGeneration& live_;
    const Vocabularies& vocabularies_;
    std::optional<Vocabularies> old_vocabularies_;
    bool rules_changed_;
    LoadReport report_;
    struct NewCase {
        std::string id;
        std::string title;
    };
    /// Of the records that were given, for the decisions about further ones.
    struct Memory {
        SeenIds seen;
        std::vector<NewCase> new_cases;  ///< that this load adds
        std::unordered_multimap<std::uint64_t, std::size_t> new_keys;
    };
    Memory memory_;
};

}  // namespace palermo
