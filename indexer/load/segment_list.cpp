// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_list.hpp"

#include "indexer/index/file_check.hpp"
#include "indexer/load/merge_policy.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

/// Erasing in so few documents costs next to nothing.
constexpr std::uint64_t few_documents = 1'000;

/// What is erased of the last of several segments: its empty document becomes that of the whole.
std::vector<std::uint32_t> without_last(const MergeInput& input) {
    auto erased = input.erased;
    std::erase(erased, input.last_docid);
    return erased;
}

}  // namespace

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
    std::vector<std::uint32_t> deleted;
    std::uint64_t documents = 0;
    bool erases = false;
    for (auto i = begin; i < end; ++i) {
        auto input = input_of(directory_, segments_[i]);
        if (!input) return input.error();
        // Of the empty documents at the segments' ends one is enough, but for them alone nothing large is erased.
        erases = erases || input->erased.size() > 1;
        documents += segments_[i].record_count;
        deleted.insert(deleted.end(), input->erased.begin(), input->erased.end());
        inputs.push_back(std::move(*input));
    }
    if (erases || documents <= few_documents)
        inputs.back().erased = without_last(inputs.back());
    else
        for (auto& input : inputs) input.erased.clear();
    const bool keeps_all = inputs.front().erased.empty() && inputs.back().erased.empty();
    auto joined = merge_segments(directory_, inputs, new_id());
    if (joined) joined->deleted = keeps_all ? deleted : std::vector{joined->last_docid};
    return joined;
}

Result<std::map<std::string, SegmentEntry>> SegmentList::write_scrubbed() {
    std::map<std::string, SegmentEntry> replaced;
    for (const auto docid : std::exchange(to_scrub_, {})) {
        const auto i = position_of(docid);
        if (i == segments_.size() || !std::ranges::binary_search(segments_[i].deleted, docid) || is_empty(segments_[i])) continue;
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
