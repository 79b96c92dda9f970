// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_verifier.hpp"

#include "indexer/index/file_verifier.hpp"
#include "indexer/index/generation_verifier.hpp"
#include "indexer/index/segment_verifier.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

class IndexVerifier {
public:
    IndexVerifier(const IndexDirectory& directory, const VerifyRequest& request) : directory_(directory), request_(request) {}

    VerifyReport run() {
        for (const auto number : wanted_generations()) verify(number);
        return std::move(report_);
    }

private:
    std::vector<std::uint64_t> wanted_generations() {
        const auto live = directory_.current_generation();
        if (!live) {
            report_.findings.push_back(live.error());
        } else if (!*live) {
            report_.findings.push_back(
                error_at(directory_.root().string(), "There is no index here.", "Make one with palermo-indexer load.", Cause::index));
        } else if (auto all = directory_.generations(); !all) {
            // A pointer far behind the newest generation is damage, too.
            report_.findings.push_back(all.error());
        } else if (!request_.all_generations) {
            return {**live};
        } else {
            // The newest first: what is wrong with it is what matters.
            std::ranges::reverse(*all);
            if (all->empty() || all->front() != **live) all->insert(all->begin(), **live);
            return *all;
        }
        return {};
    }

    void verify(std::uint64_t number) {
        const auto manifest = directory_.read_manifest(number);
        if (!manifest) {
            std::error_code error;
            const auto live = directory_.current_generation();
            // A load that goes on beside this may have removed an old generation.
            const bool was_removed = !std::filesystem::exists(directory_.generation_file(number), error) && live && *live != number;
            if (!was_removed) report_.findings.push_back(manifest.error());
            return;
        }
        ++report_.generations;
        if (manifest->generation != number) {
            report_.findings.push_back(error_at(directory_.generation_file(number).string(),
                                                "This is the manifest of generation " + std::to_string(manifest->generation) + '.',
                                                "Restore the index from a copy.", Cause::index));
        }
        bool is_readable = verify_vocabularies(*manifest);
        for (const auto& segment : manifest->segments) is_readable = verify_segment(segment) && is_readable;
        // What the checksums have condemned need not be read.
        if (is_readable && !request_.checksums_only) verify_whole(number);
    }

    bool verify_vocabularies(const Manifest& manifest) {
        bool all_sound = true;
        for (const auto& vocabulary : manifest.vocabularies) {
            const auto [known, is_new] = sound_files_.emplace(vocabulary.file.path + ' ' + vocabulary.file.checksum, false);
            if (is_new) {
                ++report_.files;
                const auto before = report_.findings.size();
                verify_file(directory_, vocabulary.file, report_.findings);
                known->second = report_.findings.size() == before;
            }
            all_sound = all_sound && known->second;
        }
        return all_sound;
    }

    /// Segments are immutable: one that several generations have is read once, unless they say different things of it.
    bool verify_segment(SegmentEntry segment) {
        segment.deleted.clear();
        for (const auto& [known, is_sound] : segments_) {
            if (known == segment) return is_sound;
        }
        ++report_.segments;
        report_.files += segment.files.size();
        const auto before = report_.findings.size();
        request_.progress("reading the files", 0, 0);
        verify_files(directory_, segment, report_.findings);
        bool is_sound = report_.findings.size() == before;
        if (is_sound && !request_.checksums_only) is_sound = compare_parts(segment);
        segments_.emplace_back(std::move(segment), is_sound);
        return is_sound;
    }

    /// Whether the segment can be opened at all; what is wrong inside is told and no reason not to look on.
    bool compare_parts(const SegmentEntry& segment) {
        request_.progress("checking the databases", 0, 0);
        if (!verify_database(directory_.database(segment.id), report_.findings)) return false;
        const auto parts = SegmentParts::open(directory_, segment);
        if (!parts) {
            report_.findings.push_back(parts.error());
            return false;
        }
        report_.records += parts->records.size();
        verify_counts(*parts, report_.findings);
        const auto before_columns = report_.findings.size();
        verify_columns(*parts, request_.progress, report_.findings);
        // Rows that are another segment's, or of the wrong documents, say nothing of values.
        if (report_.findings.size() == before_columns) verify_value_columns(*parts, request_.progress, report_.findings);
        verify_records(*parts, request_.progress, report_.findings);
        verify_forward_index(*parts, request_.progress, report_.findings);
        request_.progress("comparing the completions", 0, 0);
        verify_completions(*parts, report_.findings);
        return true;
    }

    void verify_whole(std::uint64_t number) {
        const auto snapshot = Snapshot::open(directory_, number);
        if (!snapshot) {
            report_.findings.push_back(snapshot.error());
            return;
        }
        verify_generation(**snapshot, report_.findings);
        if (request_.schema == nullptr) return;
        const auto& manifest = (*snapshot)->manifest();
        std::string rules;
        for (const auto& vocabulary : manifest.vocabularies) rules += vocabulary.file.checksum + ' ';
        std::size_t done = 0;
        const auto is_new = [&](std::uint32_t docid) {
            request_.progress("checking the records", ++done, manifest.record_count);
            const auto& segment = manifest.segments[(*snapshot)->segment_of(docid).value()].id;
            return checked_[rules + segment].insert(docid).second;
        };
        verify_stored_records(**snapshot, *request_.schema, is_new, report_.findings);
    }

    const IndexDirectory& directory_;
    const VerifyRequest& request_;
    VerifyReport report_;
    std::map<std::string, bool> sound_files_;                 ///< by path and checksum
    std::vector<std::pair<SegmentEntry, bool>> segments_;     ///< without their deleted documents, and whether they can be read
    std::map<std::string, std::set<std::uint32_t>> checked_;  ///< by vocabularies and segment
};

}  // namespace

VerifyReport verify_index(const IndexDirectory& directory, const VerifyRequest& request) { return IndexVerifier(directory, request).run(); }

}  // namespace palermo
