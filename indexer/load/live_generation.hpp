// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/index/record_table.hpp"
#include "indexer/index/text_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {

/// A record that a generation shows.
struct HeldRecord {
    std::string id;
    std::string checksum;
    std::uint32_t docid = 0;
    TextLocation xml;
};

/// A generation as a load sees it: its records and their XML, but no databases, columns or completions, so that opening it costs little
/// however large it is. Immutable; safe to read from many threads.
class LiveGeneration {
public:
    /// The live generation; without one, an empty generation 0.
    [[nodiscard]] static Result<LiveGeneration> open(const IndexDirectory& directory);
    [[nodiscard]] static Result<LiveGeneration> open(const IndexDirectory& directory, std::uint64_t generation);

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }
    [[nodiscard]] std::optional<HeldRecord> find(std::string_view id) const;
    /// The records that have a key; see record_keys.
    [[nodiscard]] std::vector<HeldRecord> with_key(std::uint64_t key) const;
    /// The record whose text has this checksum.
    [[nodiscard]] std::optional<HeldRecord> with_text(std::string_view checksum) const;
    /// Every record, by docid.
    [[nodiscard]] std::vector<HeldRecord> all() const;
    /// An error when it is no longer the text that was loaded.
    [[nodiscard]] Result<std::string> xml(const HeldRecord& record) const;

private:
    struct Segment {
        RecordTable records;
        TextStore texts;
    };

    explicit LiveGeneration(Manifest manifest) : manifest_(std::move(manifest)) {}
    [[nodiscard]] bool shows(std::size_t segment, std::uint32_t docid) const;

    Manifest manifest_;
    std::vector<Segment> segments_;
};

}  // namespace palermo
