// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/finding_list.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/segment_verifier.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// One facet of one segment.
class ColumnVerifier {
public:
    ColumnVerifier(const SegmentParts& parts, Facet facet, FindingList& findings)
        : parts_(parts), facet_(facet), prefix_(layout::boolean_field(facet).prefix), findings_(findings) {}

    void run(const WorkProgress& progress) {
        count_rows(progress);
        const auto& values = parts_.columns.values(column_of(facet_));
        for (std::uint32_t ordinal = 0; ordinal < values.size(); ++ordinal) {
            compare(values[ordinal], rows_with_[ordinal], [&](std::uint32_t docid) { return std::ranges::count(row(docid), ordinal) > 0; });
        }
        compare(std::string(not_recorded), rows_without_, [&](std::uint32_t docid) { return row(docid).empty(); });
        look_for_unknown_terms();
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> row(std::uint32_t docid) const { return parts_.columns.ordinals(column_of(facet_), docid); }

    /// Not a gap, and not the empty document at the segment's end.
    [[nodiscard]] bool is_record(std::uint32_t docid) const { return parts_.holds(docid) && parts_.row_of(docid).has_value(); }

    void count_rows(const WorkProgress& progress) {
        const auto step = "comparing the counts of " + std::string(name_of(facet_));
        rows_with_.assign(parts_.columns.values(column_of(facet_)).size(), 0);
        for (auto docid = parts_.entry.first_docid; docid <= parts_.entry.last_docid; ++docid) {
            progress(step, parts_.done_with(docid), parts_.range_size());
            if (!is_record(docid)) {
                if (!row(docid).empty()) findings_.add("There is a row for docid " + std::to_string(docid) + ", which is no document.");
                continue;
            }
            if (row(docid).empty()) ++rows_without_;
            const auto all = row(docid);
            const std::set<std::uint32_t> ordinals(all.begin(), all.end());
            if (ordinals.size() != all.size()) tell(docid, "has a value twice");
            for (const auto ordinal : ordinals) ++rows_with_[ordinal];
        }
    }

    /// The documents that have the value's term against those whose row has the value.
    void compare(const std::string& value, std::uint64_t rows, const std::function<bool(std::uint32_t)>& has_value) {
        const auto term = layout::make_term(prefix_, value);
        known_terms_.insert(term);
        const auto end = parts_.database.postlist_end(term);
        std::uint64_t postings = 0;
        for (auto posting = parts_.database.postlist_begin(term); posting != end; ++posting) {
            if (!parts_.in_range(*posting)) continue;
            ++postings;
            if (!has_value(*posting)) return tell(*posting, "is found under \"" + value + "\" and not counted there");
        }
        if (postings == rows) return;
        auto posting = parts_.database.postlist_begin(term);
        for (auto docid = parts_.entry.first_docid; docid <= parts_.entry.last_docid; ++docid) {
            if (!is_record(docid) || !has_value(docid)) continue;
            if (posting != end) posting.skip_to(docid);
            if (posting == end || *posting != docid) return tell(docid, "is counted under \"" + value + "\" and not found there");
        }
    }

    void look_for_unknown_terms() {
        for (auto term = parts_.database.allterms_begin(prefix_); term != parts_.database.allterms_end(prefix_); ++term) {
            if (known_terms_.contains(*term)) continue;
            tell(*parts_.database.postlist_begin(*term),
                 "is found under the term \"" + *term + "\", which stands for no value that is counted");
        }
    }

    void tell(std::uint32_t docid, const std::string& what) {
        findings_.add("By " + std::string(name_of(facet_)) + ", " + parts_.name_of(docid) + ' ' + what + '.');
    }

    const SegmentParts& parts_;
    Facet facet_;
    std::string prefix_;
    FindingList& findings_;
    std::vector<std::uint64_t> rows_with_;
    std::uint64_t rows_without_ = 0;
    std::set<std::string> known_terms_;
};

}  // namespace

void verify_columns(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& all) {
    FindingList findings(parts.directory / "facets.col");
    if (parts.columns.first_docid() != parts.entry.first_docid || parts.columns.last_docid() != parts.entry.last_docid) {
        findings.add("This file belongs to another segment.");
    } else {
        const auto compared = guarded((parts.directory / "xapian").string(), [&]() -> Result<void> {
            for (const auto facet : all_facets) ColumnVerifier(parts, facet, findings).run(progress);
            return {};
        });
        if (!compared) findings.add(compared.error());
    }
    std::move(findings).move_to(all);
}

}  // namespace palermo
