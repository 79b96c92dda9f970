// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/finding_list.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/segment_verifier.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace palermo {
namespace {

using Terms = std::set<std::string>;

/// The text terms that the words of a document stand for; nothing when it names a word that is not in the list.
std::optional<Terms> terms_of(const ForwardIndex& index, const ForwardDocument& document) {
    Terms terms;
    const auto words = document.words();
    for (const auto& run : document.runs()) {
        const auto prefix = std::string(layout::text_fields[run.field].prefix);
        for (auto i = run.first_word; i < run.first_word + run.size; ++i) {
            if (words[i] >= index.word_count()) return std::nullopt;
            const auto [word, stem, count] = index.word(words[i]);
            terms.insert(layout::make_term(prefix, word));
            if (const auto content = layout::stem_term_content(word, stem))
                terms.insert(layout::make_term(std::string(layout::stem_prefix) + prefix, *content));
        }
    }
    return terms;
}

void check_document(const SegmentParts& parts, std::uint32_t docid, FindingList& findings) {
    const auto document = parts.forward.document(docid);
    const auto standing = document ? terms_of(parts.forward, *document) : std::nullopt;
    if (!standing) return findings.add("The words of " + parts.name_of(docid) + " cannot be read.");
    Terms found;
    if (parts.holds(docid)) {
        for (auto term = parts.database.termlist_begin(docid); term != parts.database.termlist_end(docid); ++term) {
            if (layout::read_text_term(*term)) found.insert(*term);
        }
    }
    if (found == *standing) return;
    const auto difference = std::ranges::mismatch(found, *standing);
    const bool is_missing = difference.in2 == standing->end() || (difference.in1 != found.end() && *difference.in1 < *difference.in2);
    findings.add("The term \"" + (is_missing ? *difference.in1 : *difference.in2) + "\" " +
                 (is_missing ? "is found in " : "stands in the text of ") + parts.name_of(docid) +
                 (is_missing ? ", and does not stand in its text here." : " here, and is not found there."));
}

}  // namespace

void verify_forward_index(const SegmentParts& parts, Diagnostics& all) {
    FindingList findings(parts.directory / "forward.idx");
    if (parts.forward.first_docid() != parts.entry.first_docid || parts.forward.last_docid() != parts.entry.last_docid) {
        findings.add("This file belongs to another segment.");
    } else {
        const auto compared = guarded((parts.directory / "xapian").string(), [&]() -> Result<void> {
            for (auto docid = parts.entry.first_docid; docid <= parts.entry.last_docid; ++docid) check_document(parts, docid, findings);
            return {};
        });
        if (!compared) findings.add(compared.error());
    }
    std::move(findings).move_to(all);
}

}  // namespace palermo
