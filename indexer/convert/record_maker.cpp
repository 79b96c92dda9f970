// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/record_maker.hpp"

#include "corpus/shortened.hpp"
#include "indexer/convert/record_writer.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

std::string words_of(const Place& place) { return place.file + ", line " + std::to_string(place.line); }

/// Findings stand at a line of the XML that nobody has seen; here each is moved to the source it came from.
Diagnostics at_source(const Diagnostics& findings, const WrittenRecord& written, const Draft& draft) {
    Diagnostics moved;
    for (auto finding : findings) {
        const auto line = static_cast<std::size_t>(finding.place.line);
        finding.place = line >= 1 && line <= written.origins.size() ? written.origins[line - 1] : draft.place;
        if (finding.place.file.empty()) finding.place = draft.place;
        if (std::ranges::find(moved, finding) == moved.end()) moved.push_back(std::move(finding));
    }
    return moved;
}

/// The most frequent mistake, told in words: the schema can only show the pattern.
bool is_id(const std::string& id) {
    constexpr std::size_t longest = 64;
    const auto is_fit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !id.empty() && id.size() <= longest && id.front() != '-' && std::ranges::all_of(id, is_fit);
}

Place place_of_id(const Draft& draft) { return draft.id.place.file.empty() ? draft.place : draft.id.place; }

}  // namespace

MadeRecord RecordMaker::make(const Draft& draft) {
    MadeRecord made;
    if (!is_id(draft.id.words)) {
        made.findings.push_back({.place = place_of_id(draft),
                                 .message = "The id of a record cannot be " + in_quotes(draft.id.words) + '.',
                                 .mend = "Write at most 64 small letters, digits and hyphens, beginning with a letter or a digit."});
        return made;
    }
    auto written = write_record(draft);
    const SourceText text(draft.place.file, std::move(written.xml));
    const auto checked = intake_.take(text);
    made.findings = at_source(checked.diagnostics, written, draft);
    if (!checked.record) return made;
    const auto [first, is_new] = places_.emplace(checked.record->id, draft.place);
    if (!is_new) {
        made.findings.push_back(
            {.place = place_of_id(draft),
             .message = "The id " + in_quotes(checked.record->id) + " already belongs to the case in " + words_of(first->second) + '.',
             .mend = "Give each case its own id."});
        return made;
    }
    made.file = output_.file_of(checked.record->id).string();
    const auto result = output_.write(checked.record->id, text.text());
    if (!result) {
        made.findings.push_back(result.error());
        // What happens to one record is told where it comes from; what happens to the disk, where that is.
        if (result.error().cause == Cause::input) made.findings.back().place = draft.place;
        return made;
    }
    made.was_there = !*result;
    made.is_made = true;
    return made;
}

}  // namespace palermo
