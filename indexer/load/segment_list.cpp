// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_list.hpp"

#include "indexer/index/file_check.hpp"
#include "indexer/load/merge_policy.hpp"

#include <algorithm>
#include <utility>

namespace palermo {

Result<MergeInput> input_of(const IndexDirectory& directory, const SegmentEntry& segment) {
    if (auto whole = check_contents(directory, segment.files); !whole) return whole.error();
    return MergeInput{.directory = directory.segment(segment.id),
                      .first_docid = segment.first_docid,
                      .last_docid = segment.last_docid,
                      .erased = segment.deleted};
}

std::size_t SegmentList::position_of(std::uint32_t docid) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(segments_, docid, {}, &SegmentEntry::last_docid) - segments_.begin());
}

void SegmentList::mark_deleted(std::uint32_t docid) {
    auto& deleted = segments_[position_of(docid)].deleted;
    const auto place = std::ranges::lower_bound(deleted, docid);
    if (place == deleted.end() || *place != docid) deleted.insert(place, docid);
}

void SegmentList::scrub(std::uint32_t docid) {
    mark_deleted(docid);
    to_scrub_.push_back(docid);
}

Result<SegmentEntry> SegmentList::join(std::size_t begin, std::size_t end) {
    std::vector<MergeInput> inputs;
    for (auto i = begin; i < end; ++i) {
        auto input = input_of(directory_, segments_[i]);
        if (!input) return input.error();
        inputs.push_back(std::move(*input));
    }
    return merge_segments(directory_, inputs, new_id());
}

Result<std::map<std::string, SegmentEntry>> SegmentList::write_scrubbed() {
    std::map<std::string, SegmentEntry> replaced;
    for (const auto docid : std::exchange(to_scrub_, {})) {
        const auto i = position_of(docid);
        if (i == segments_.size() || segments_[i].deleted.empty() || is_empty(segments_[i])) continue;
        auto written = join(i, i + 1);
        if (!written) return written.error();
        replaced.emplace(segments_[i].id, *written);
        segments_[i] = std::move(*written);
    }
    return replaced;
}

void SegmentList::drop_empty() {
    std::erase_if(segments_, [this](const SegmentEntry& segment) { return is_empty(segment); });
}

Result<void> SegmentList::merge() {
    while (const auto range = choose_merge(segments_)) {
        auto merged = join(range->begin, range->end);
        if (!merged) return merged.error();
        const auto first = segments_.begin() + static_cast<std::ptrdiff_t>(range->begin);
        *first = std::move(*merged);
        segments_.erase(first + 1, segments_.begin() + static_cast<std::ptrdiff_t>(range->end));
    }
    return {};
}

}  // namespace palermo
