// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/convert/conversion.hpp"

#include <string>
#include <vector>

namespace palermo::commands {

struct ConvertedRecord {
    std::string id;
    std::string file;
    Place from;
    bool was_there = false;
};

/// What a conversion did with every piece of content: carried over, not carried over, or left out because a person said so.
struct ConvertReport {
    bool is_dry_run = false;
    std::string directory;
    std::vector<ConvertedRecord> records;
    std::size_t rejected = 0;
    Amount carried;
    std::vector<Unmapped> unmapped;
    std::vector<Unmapped> left_out;
    Diagnostics findings;
};

/// For a terminal: the findings, a line for each kind of content that is not carried over in a file, and the summary.
[[nodiscard]] std::string render_text(const ConvertReport& report);
/// One JSON object on one line, with every piece of content that is not carried over.
[[nodiscard]] std::string render_json(const ConvertReport& report);

}  // namespace palermo::commands
