// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/record_table.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace palermo {

/// Writes the record table of one segment; writing twin of index/record_table. The file, little-endian:
///   its magic (see file_magic.hpp), u32 number of rows, u32 of keys, u32 size of the texts;
///   for each record, by id and docid, {u32 begin of its id in the texts, u32 size, u32 begin of its checksum, u32 size, u32 docid, u32
///   block,
///     u32 begin and u32 size of its XML in the text store};
///   for each key, ascending, {u64 key, u32 number of the row};
///   the texts;
///   u64 XXH3 of all before.
class RecordTableWriter {
public:
    /// `keys`: what another record of the same case would have too; see record_keys().
    void add(const RecordRow& row, const std::vector<std::uint64_t>& keys);
    [[nodiscard]] Result<void> finish(const std::filesystem::path& file);

private:
    struct Row {
        std::string id;
        std::string checksum;
        std::uint32_t docid;
        TextLocation xml;
        std::vector<std::uint64_t> keys;
    };

    std::vector<Row> rows_;
};

}  // namespace palermo
