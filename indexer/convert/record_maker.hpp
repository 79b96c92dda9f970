// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_intake.hpp"
#include "indexer/convert/draft.hpp"
#include "indexer/convert/record_output.hpp"

#include <map>
#include <string>
#include <utility>

namespace palermo {

/// A draft after the checks: its file when it is a record now, and what was found, at the places of the source.
struct MadeRecord {
    bool is_made = false;
    bool was_there = false;  ///< the file was there already with this very content
    std::string file;
    Diagnostics findings;
};

/// Makes drafts into record files. A record is written only when it passes the schema and every check that a load makes.
class RecordMaker {
public:
    RecordMaker(const RecordIntake& intake, RecordOutput output) : intake_(intake), output_(std::move(output)) {}

    [[nodiscard]] MadeRecord make(const Draft& draft);

private:
    const RecordIntake& intake_;
    RecordOutput output_;
    std::map<std::string, Place> places_;  ///< of the ids so far
};

}  // namespace palermo
