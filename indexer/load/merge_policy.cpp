// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/merge_policy.hpp"

#include <cstdint>

namespace palermo {
namespace {

/// More segments than this cost every search more than merging two of them costs a load.
constexpr std::size_t max_segments = 8;
/// Merging so few records costs next to nothing.
constexpr std::uint64_t few_records = 64;
/// A segment is written again when this share of its documents is deleted: one in so many.
constexpr std::uint64_t deleted_share = 4;

std::uint64_t live_records(const SegmentEntry& segment) { return segment.record_count - segment.deleted.size(); }

bool is_worn(const SegmentEntry& segment) {
    // One is the empty document at the segment's end.
    const auto deleted = std::uint64_t{segment.deleted.size()};
    return deleted > 1 && (segment.record_count <= few_records || deleted * deleted_share >= segment.record_count);
}

/// How far back a merge of the newest segments reaches.
std::size_t begin_of_tail(std::span<const SegmentEntry> segments) {
    auto begin = segments.size() - 1;
    for (auto size = live_records(segments.back()); begin > 0; --begin) {
        const auto next = live_records(segments[begin - 1]);
        if (next > 2 * size && next + size > few_records) break;
        size += next;
    }
    return begin;
}

MergeRange cheapest_neighbours(std::span<const SegmentEntry> segments) {
    const auto size = [&](std::size_t i) { return live_records(segments[i]) + live_records(segments[i + 1]); };
    std::size_t cheapest = 0;
    for (std::size_t i = 1; i + 1 < segments.size(); ++i) {
        if (size(i) < size(cheapest)) cheapest = i;
    }
    return {.begin = cheapest, .end = cheapest + 2};
}

}  // namespace

std::optional<MergeRange> choose_merge(std::span<const SegmentEntry> segments) {
    if (segments.empty()) return std::nullopt;
    const auto tail = begin_of_tail(segments);
    if (tail + 1 < segments.size()) return MergeRange{.begin = tail, .end = segments.size()};
    if (segments.size() > max_segments) return cheapest_neighbours(segments);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (is_worn(segments[i])) return MergeRange{.begin = i, .end = i + 1};
    }
    return std::nullopt;
}

}  // namespace palermo
