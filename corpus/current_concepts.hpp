// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/vocabulary.hpp"

#include <optional>
#include <string>

namespace palermo {

/// The concept that stands for an id that is not its own; null for a current one, and for one that is unknown.
[[nodiscard]] const Concept* replacement_of(const std::string& id, const Vocabulary& vocabulary);

/// The record as it reads today: each tag with the concept that now stands for the one it names, which is kept in `recorded_as`. Tags that
/// thereby say the same (concept, role, source and section) become one, with the paragraphs of all. Unknown ids stay as they are.
[[nodiscard]] CaseRecord with_current_concepts(CaseRecord record, const Vocabularies& vocabularies);

/// The same, to be looked at: most records read today as they were written, and are not copied.
class CurrentRecord {
public:
    /// `record` outlives it.
    CurrentRecord(const CaseRecord& record, const Vocabularies& vocabularies);

    [[nodiscard]] const CaseRecord& operator*() const { return changed_ ? *changed_ : record_; }

private:
    const CaseRecord& record_;
    std::optional<CaseRecord> changed_;
};

}  // namespace palermo
