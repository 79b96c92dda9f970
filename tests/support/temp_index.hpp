// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace palermo::test {

/// An index made from literals in one call, by the real loader: TempIndex index{{.id = "a", ...}, {.id = "b", ...}}.
/// Every load() adds a generation (and so a segment, unless it merges).
class TempIndex {
public:
    TempIndex(std::initializer_list<TestRecord> records);
    explicit TempIndex(const std::vector<TestRecord>& records);

    void load(const std::vector<TestRecord>& records, bool merge = false);
    [[nodiscard]] std::filesystem::path path() const { return directory_.path() / "index"; }
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;

private:
    TempDirectory directory_;
};

}  // namespace palermo::test
