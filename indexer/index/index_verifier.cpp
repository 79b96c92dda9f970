// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_verifier.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/file_check.hpp"
#include "indexer/index/snapshot.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/index/xapian_guard.hpp"

#include <string>

namespace palermo {
namespace {

constexpr auto mend = "Restore the index from a copy, or load the records into a new directory.";

void verify_file(const IndexDirectory& directory, const FileEntry& file, Diagnostics& findings) {
    if (const auto checked = check_contents(directory, {&file, 1}); !checked) findings.push_back(checked.error());
}

/// One document: its data and the record it was made from.
void verify_document(const WorkerView& view, std::uint32_t docid, Diagnostics& findings) {
    const auto data = view.data(docid);
    if (!data) {
        findings.push_back(data.error());
        return;
    }
    const auto xml = view.text(docid, data->source_xml);
    if (!xml)
        findings.push_back(xml.error());
    else if (checksum_of(*xml) != data->source_checksum)
        findings.push_back(error_at(data->id, "The record kept in the index is not the one that was loaded.", mend, Cause::index));
}

void verify_segment(const IndexDirectory& directory, const SegmentEntry& segment, const WorkerView& view, Diagnostics& findings) {
    const auto path = directory.database(segment.id).string();
    std::uint64_t count = 0;
    const auto walked = guarded(path, [&] {
        const Xapian::Database database(path);
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting, ++count) {
            if (*posting < segment.first_docid || *posting > segment.last_docid) {
                findings.push_back(error_at(path, "A document lies outside the segment's range.", mend, Cause::index));
            } else {
                verify_document(view, *posting, findings);
            }
        }
        return true;
    });
    if (!walked)
        findings.push_back(walked.error());
    else if (count != segment.record_count) {
        findings.push_back(error_at(
            path,
            "The database holds " + std::to_string(count) + " documents; the manifest says " + std::to_string(segment.record_count) + ".",
            mend, Cause::index));
    }
}

}  // namespace

Diagnostics verify_index(const IndexDirectory& directory) {
    const auto generation = directory.current_generation();
    if (!generation) return {generation.error()};
    if (!*generation)
        return {error_at(directory.root().string(), "There is no index here.", "Make one with palermo-indexer load.", Cause::index)};
    if (const auto all = directory.generations(); !all) return {all.error()};
    const auto manifest = directory.read_manifest(**generation);
    if (!manifest) return {manifest.error()};

    Diagnostics findings;
    for (const auto& vocabulary : manifest->vocabularies) verify_file(directory, vocabulary.file, findings);
    for (const auto& segment : manifest->segments) {
        for (const auto& file : segment.files) verify_file(directory, file, findings);
    }
    // What the checksums have condemned need not be read.
    if (!findings.empty()) return findings;
    const auto snapshot = Snapshot::open(directory, **generation);
    if (!snapshot) return {snapshot.error()};
    const auto view = WorkerView::open(*snapshot);
    if (!view) return {view.error()};
    for (const auto& segment : manifest->segments) verify_segment(directory, segment, *view, findings);
    return findings;
}

}  // namespace palermo
