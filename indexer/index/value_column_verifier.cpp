// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/partial_date.hpp"
#include "indexer/index/finding_list.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/segment_verifier.hpp"

#include <set>
#include <string>

namespace palermo {
namespace {

std::string value_of(const SegmentParts& parts, Column column, std::uint32_t docid) {
    const auto values = parts.columns.texts(column, docid);
    return values.empty() ? std::string() : values.front();
}

std::set<std::string> issues_of(const SegmentParts& parts, std::uint32_t docid) {
    const auto issues = parts.columns.texts(Column::evidential_issue, docid);
    return {issues.begin(), issues.end()};
}

/// The issues of a record that its roles are of.
std::set<std::string> issues_with_role(const SegmentParts& parts, std::uint32_t docid) {
    std::set<std::string> issues;
    for (const auto& value : parts.columns.texts(Column::issue_role, docid)) issues.emplace(read_issue_role(value).issue);
    return issues;
}

void check_record(const SegmentParts& parts, std::uint32_t docid, FindingList& findings) {
    const auto document = parts.database.get_document(docid);
    const auto tell = [&](const std::string& what) { findings.add(parts.name_of(docid) + ' ' + what + '.'); };
    const auto decided = value_of(parts, Column::decided, docid);
    const auto date = PartialDate::parse(decided);
    const bool is_same_date = document.get_value(layout::decided_earliest.slot) == (date ? date->earliest() : "") &&
                              document.get_value(layout::decided_latest.slot) == (date ? date->latest() : "");
    if (!is_same_date) tell("is counted as decided on \"" + decided + "\" and found by another date");
    if (value_of(parts, Column::year, docid) != decided.substr(0, 4)) tell("is counted in another year than that of \"" + decided + '"');
    if (document.get_value(layout::longest_sentence.slot) != value_of(parts, Column::sentence, docid))
        tell("is counted with another sentence than it is found by");
    if (issues_with_role(parts, docid) != issues_of(parts, docid)) tell("has roles of other evidential issues than it is counted under");
}

}  // namespace

void verify_value_columns(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& all) {
    FindingList findings(parts.directory / "facets.col");
    const auto compared = guarded((parts.directory / "xapian").string(), [&]() -> Result<void> {
        for (auto docid = parts.entry.first_docid; docid <= parts.entry.last_docid; ++docid) {
            progress("comparing the dates and sentences", parts.done_with(docid), parts.range_size());
            if (parts.holds(docid) && parts.row_of(docid)) check_record(parts, docid, findings);
        }
        return {};
    });
    if (!compared) findings.add(compared.error());
    std::move(findings).move_to(all);
}

}  // namespace palermo
