// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/source_text.hpp"
#include "indexer/load/live_generation.hpp"

#include <string>
#include <variant>

namespace palermo {

/// A file that holds a record. Its path as text, as find_sources() gives it.
struct RecordFile {
    std::string path;
};

/// Where a record comes from: a file, text already in memory (standard input), or the index itself, which keeps the XML.
using RecordSource = std::variant<RecordFile, SourceText, HeldRecord>;

/// Its text.
[[nodiscard]] Result<SourceText> open_record_source(const RecordSource& source, const LiveGeneration& live);
/// The same where there is no index: of a file or of text in memory.
[[nodiscard]] Result<SourceText> open_record_source(const RecordSource& source);

}  // namespace palermo
