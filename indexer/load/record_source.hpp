// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/source_text.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

namespace palermo {

/// A record of the live generation, to be built again from the XML kept with it.
struct StoredRecord {
    std::string id;
    std::uint32_t docid = 0;
    TextLocation xml;
};

/// Where a record comes from: a file, text already in memory (standard input), or the index itself.
using RecordSource = std::variant<std::filesystem::path, SourceText, StoredRecord>;

/// Its text. `view` is needed for stored records only; null when there is no index yet.
[[nodiscard]] Result<SourceText> open_record_source(const RecordSource& source, const WorkerView* view);

}  // namespace palermo
