// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/finding_list.hpp"
#include "indexer/index/segment_verifier.hpp"
#include "indexer/index/word_count.hpp"

#include <ostream>
#include <string>

namespace palermo {

bool verify_database(const std::filesystem::path& database, Diagnostics& all) {
    // The engine tells what it finds to a stream; what counts for us is how much that is.
    std::ostream nowhere(nullptr);
    const auto faults = guarded(database.string(), [&] { return Xapian::Database::check(database.string(), 0, &nowhere); });
    FindingList findings(database);
    if (!faults)
        findings.add(faults.error());
    else if (*faults > 0)
        findings.add("This database contradicts itself: the search engine's own check finds " + std::to_string(*faults) +
                     (*faults == 1 ? " fault." : " faults."));
    const bool is_sound = findings.empty();
    std::move(findings).move_to(all);
    return is_sound;
}

void verify_counts(const SegmentParts& parts, Diagnostics& all) {
    FindingList findings(parts.directory / "xapian");
    const auto& entry = parts.entry;
    if (parts.documents_elsewhere > 0) {
        findings.add(std::to_string(parts.documents_elsewhere) + " of the documents lie outside the segment's docids, " +
                     std::to_string(entry.first_docid) + " to " + std::to_string(entry.last_docid) + '.');
    }
    if (parts.document_count != entry.record_count) {
        findings.add("The database holds " + std::to_string(parts.document_count) + " documents; the manifest says " +
                     std::to_string(entry.record_count) + '.');
    }
    const auto words = guarded(parts.directory.string(), [&] { return count_words(parts.database); });
    if (!words)
        findings.add(words.error());
    else if (*words != entry.word_count)
        findings.add("The documents have " + std::to_string(*words) + " words; the manifest says " + std::to_string(entry.word_count) +
                     '.');
    std::move(findings).move_to(all);
}

}  // namespace palermo
