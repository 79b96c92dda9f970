// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/generation_diff.hpp"

#include "corpus/record_reader.hpp"
#include "indexer/index/kept_generations.hpp"
#include "indexer/load/live_generation.hpp"
#include "indexer/load/record_source.hpp"

#include <algorithm>

namespace palermo {
namespace {

std::vector<HeldRecord> by_id(const LiveGeneration& generation) {
    auto records = generation.all();
    std::ranges::sort(records, {}, &HeldRecord::id);
    return records;
}

Result<CaseRecord> read(const HeldRecord& held, const LiveGeneration& generation) {
    const auto text = open_record_source(held, generation);
    if (!text) return text.error();
    return read_record(*text);
}

}  // namespace

Result<GenerationDiff> diff_generations(const IndexDirectory& directory, std::uint64_t from, std::uint64_t to) {
    for (const auto number : {from, to}) {
        if (const auto kept = read_kept_generation(directory, number); !kept) return kept.error();
    }
    const auto before = LiveGeneration::open(directory, from);
    if (!before) return before.error();
    const auto after = LiveGeneration::open(directory, to);
    if (!after) return after.error();
    const auto old_records = by_id(*before);
    const auto new_records = by_id(*after);
    GenerationDiff diff;
    auto one = old_records.begin();
    for (const auto& other : new_records) {
        for (; one != old_records.end() && one->id < other.id; ++one) diff.removed.push_back(one->id);
        if (one == old_records.end() || one->id != other.id) {
            diff.added.push_back(other.id);
            continue;
        }
        if (one->checksum != other.checksum) {
            const auto old_record = read(*one, *before);
            if (!old_record) return old_record.error();
            const auto new_record = read(other, *after);
            if (!new_record) return new_record.error();
            diff.changed.push_back({.id = other.id, .changes = diff_records(*old_record, *new_record)});
        }
        ++one;
    }
    for (; one != old_records.end(); ++one) diff.removed.push_back(one->id);
    return diff;
}

}  // namespace palermo
