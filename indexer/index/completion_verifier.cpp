// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/finding_list.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/segment_verifier.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

void check_word(const SegmentParts& parts, const Completion& word, FindingList& findings) {
    const auto documents = parts.forward.documents_with(parts.forward.find(layout::written_term(layout::body, word.key)));
    if (documents == word.weight) return;
    findings.add("The word \"" + std::string(word.text) + "\" is said to be in " + std::to_string(word.weight) + " documents, and is in " +
                 std::to_string(documents) + '.');
}

/// Named by the id: the text is a case's name.
void check_case(const SegmentParts& parts, const Completion& entry, FindingList& findings) {
    const auto called = "A completion to the record \"" + std::string(entry.id) + "\" names docid " + std::to_string(entry.docid);
    const auto row = parts.row_of(entry.docid);
    if (!row || !parts.holds(entry.docid))
        findings.add(called + ", which is no document of the segment.");
    else if (parts.records.at(*row).id != entry.id)
        findings.add(called + ", which is " + parts.name_of(entry.docid) + '.');
}

void check_kind(const SegmentParts& parts, CompletionKind kind, FindingList& findings) {
    const auto keys = parts.completions.keys(kind);
    for (std::uint32_t position = 0; position < keys.size; ++position) {
        const auto entry = parts.completions.at(kind, position);
        if (position > 0 && entry.key < keys.at(position - 1)) findings.add("The completions are out of order, and not all are found.");
        if (kind == CompletionKind::word)
            check_word(parts, entry, findings);
        else
            check_case(parts, entry, findings);
    }
}

}  // namespace

void verify_completions(const SegmentParts& parts, Diagnostics& all) {
    FindingList findings(parts.directory / "completions.idx");
    const auto compared = guarded((parts.directory / "xapian").string(), [&]() -> Result<void> {
        for (const auto kind : all_completion_kinds) check_kind(parts, kind, findings);
        return {};
    });
    if (!compared) findings.add(compared.error());
    std::move(findings).move_to(all);
}

}  // namespace palermo
