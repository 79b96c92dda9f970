// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_index.hpp"

#include "corpus/source_text.hpp"
#include "indexer/load/loader.hpp"

#include <stdexcept>

namespace palermo::test {

TempIndex::TempIndex(std::initializer_list<TestRecord> records) : TempIndex(std::vector<TestRecord>(records)) {}

TempIndex::TempIndex(const std::vector<TestRecord>& records) { load(records); }

void TempIndex::load(const std::vector<TestRecord>& records, bool merge) {
    LoadRequest request{.index = path(), .schemas = std::filesystem::path(PALERMO_SOURCE_DIR) / "schemas", .merge = merge};
    for (const auto& record : records) request.sources.emplace_back(SourceText(record.id, to_xml(record)));
    const auto report = palermo::load(request);
    if (!report) throw std::runtime_error(format(report.error()));
    if (report->rejected > 0) throw std::runtime_error(format(report->diagnostics.front()));
}

std::shared_ptr<const Snapshot> TempIndex::snapshot() const {
    const IndexDirectory directory(path());
    const auto generation = directory.current_generation();
    if (!generation || !*generation) throw std::runtime_error("the index has no generation");
    auto snapshot = Snapshot::open(directory, **generation);
    if (!snapshot) throw std::runtime_error(format(snapshot.error()));
    return *snapshot;
}

}  // namespace palermo::test
