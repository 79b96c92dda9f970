// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_walk.hpp"
#include "indexer/index/finding_list.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/segment_verifier.hpp"
#include "indexer/index/word_tally.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace palermo {
namespace {

using Terms = std::set<std::string>;

/// The terms that the words of a document stand under.
Terms terms_of(const ForwardIndex& index, const ForwardDocument& document) {
    Terms terms;
    const auto words = document.words();
    for (const auto& run : document.runs()) {
        for (auto i = run.first_word; i < run.first_word + run.size; ++i) terms.insert(index.word(words[i]).stem_term(run.field));
    }
    return terms;
}

/// Of its terms, those that words stand under.
Terms text_terms_of(const Xapian::Document& document) {
    Terms terms;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        if (layout::read_text_term(*term)) terms.insert(*term);
    }
    return terms;
}

/// `found`: the terms that the database finds it by.
void check_document(const SegmentParts& parts, std::uint32_t docid, const Terms& found, WordTally& tally, FindingList& findings) {
    const auto document = parts.forward.document(docid);
    if (!document || !tally.add(*document)) return findings.add("The words of " + parts.name_of(docid) + " cannot be read.");
    const auto standing = terms_of(parts.forward, *document);
    if (found == standing) return;
    const auto difference = std::ranges::mismatch(found, standing);
    const bool is_missing = difference.in2 == standing.end() || (difference.in1 != found.end() && *difference.in1 < *difference.in2);
    findings.add("The term \"" + (is_missing ? *difference.in1 : *difference.in2) + "\" " +
                 (is_missing ? "is found in " : "stands in the text of ") + parts.name_of(docid) +
                 (is_missing ? ", and does not stand in its text here." : " here, and is not found there."));
}

void check_documents(const SegmentParts& parts, const WorkProgress& progress, WordTally& tally, FindingList& findings) {
    constexpr auto step = "comparing the words";
    // What all documents are gathered from takes a while before the first of them.
    progress(step, 0, parts.range_size());
    auto next = parts.entry.first_docid;
    const auto last = parts.entry.last_docid;
    for_each_document(parts.database, next, last, [&](std::uint32_t docid, const Xapian::Document& document) {
        for (; next < docid; ++next) check_document(parts, next, {}, tally, findings);
        check_document(parts, next++, text_terms_of(document), tally, findings);
        progress(step, parts.done_with(docid), parts.range_size());
    });
    for (; next <= last; ++next) check_document(parts, next, {}, tally, findings);
}

void check_counts(const ForwardIndex& index, const WordTally& tally, FindingList& findings) {
    for (std::uint32_t number = 0; number < index.word_count(); ++number) {
        const auto word = index.word(number);
        if (tally.of(number) != word.counts)
            findings.add("The word \"" + std::string(word.word) + "\" is said to stand here " + std::to_string(word.counts.count) +
                         " times, and stands here " + std::to_string(tally.of(number).count) + " times, or in other documents.");
    }
}

}  // namespace

void verify_forward_index(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& all) {
    FindingList findings(parts.directory / "forward.idx");
    if (parts.forward.first_docid() != parts.entry.first_docid || parts.forward.last_docid() != parts.entry.last_docid) {
        findings.add("This file belongs to another segment.");
    } else {
        const auto compared = guarded((parts.directory / "xapian").string(), [&]() -> Result<void> {
            WordTally tally(parts.forward);
            check_documents(parts, progress, tally, findings);
            check_counts(parts.forward, tally, findings);
            return {};
        });
        if (!compared) findings.add(compared.error());
    }
    std::move(findings).move_to(all);
}

}  // namespace palermo
