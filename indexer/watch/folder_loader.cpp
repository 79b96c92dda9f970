// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/folder_loader.hpp"

#include "corpus/record_reader.hpp"
#include "corpus/source_finder.hpp"
#include "indexer/load/loader.hpp"
#include "indexer/watch/rejection_note.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

/// Empty for what is no record yet.
std::string id_in(const fs::path& file) {
    const auto source = open_source(file);
    if (!source) return {};
    const auto record = read_record(*source);
    return record ? record->id : std::string();
}

std::map<std::string, Diagnostics> by_file(const Diagnostics& diagnostics) {
    std::map<std::string, Diagnostics> files;
    for (const auto& diagnostic : diagnostics) files[diagnostic.place.file].push_back(diagnostic);
    return files;
}

}  // namespace

FolderLoader::Stamp FolderLoader::stamp_of(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {
        .inode = status.st_ino, .size = status.st_size, .modified = nanoseconds(status.st_mtim), .changed = nanoseconds(status.st_ctim)};
}

bool FolderLoader::forget_what_is_gone(const std::set<fs::path>& files) {
    return std::erase_if(known_, [&](const auto& entry) {
               const auto& file = entry.first;
               if (files.contains(file)) return false;
               remove_rejection_note(file);
               rejected_.erase(file);
               id_of_.erase(file);
               return true;
           }) > 0;
}

/// The files of the batch. A file that takes an id which another one has already, unchanged and still there, must not replace its record in
/// silence: the other goes first, so that the load tells that the id is taken.
std::vector<RecordSource> FolderLoader::sources_of(const Stamps& batch, const std::set<fs::path>& files) {
    std::set<fs::path> first;
    for (const auto& [file, stamp] : batch) {
        const auto& id = id_of_[file] = id_in(file);
        if (const auto owner = file_of_.find(id); owner != file_of_.end() && files.contains(owner->second)) first.insert(owner->second);
    }
    std::vector<RecordSource> sources;
    for (const auto& file : first) sources.emplace_back(RecordFile{file.string()});
    for (const auto& [file, stamp] : batch) {
        if (!first.contains(file)) sources.emplace_back(RecordFile{file.string()});
    }
    return sources;
}

Result<FolderLoad> FolderLoader::load_changes(const std::function<bool(const fs::path&)>& is_being_written) {
    if (!std::exchange(has_looked_, true)) remove_orphaned_notes(directory_);
    const std::array paths{directory_.string()};
    const auto found = find_sources(paths);
    const std::set<fs::path> files(found.files.begin(), found.files.end());
    // A rejected record may have stood in the way of one that is gone.
    const bool tries_again = forget_what_is_gone(files);
    FolderLoad done;
    Stamps batch;
    for (const auto& file : files) {
        const auto stamp = stamp_of(file);
        const auto known = known_.find(file);
        const bool is_known = known != known_.end() && known->second == stamp;
        if (is_known && !(tries_again && rejected_.contains(file))) continue;
        if (is_being_written(file))
            done.waits_for_writers = true;
        else
            batch.emplace(file, stamp);
    }
    if (batch.empty()) return done;
    auto report = load({.index = index_, .schemas = schemas_, .sources = sources_of(batch, files), .identity = identity_});
    if (!report) return report.error();
    done.report = std::move(*report);
    settle(batch, done);
    return done;
}

/// Writes and removes notes, and remembers what has been dealt with.
void FolderLoader::settle(const Stamps& batch, FolderLoad& done) {
    const auto findings = by_file(done.report->diagnostics);
    for (const auto& [file, stamp] : batch) {
        known_[file] = stamp;
        const auto found = findings.find(file.string());
        if (found == findings.end() || !has_errors(found->second)) {
            rejected_.erase(file);
            file_of_[id_of_[file]] = file;
            remove_rejection_note(file);
            continue;
        }
        rejected_.insert(file);
        // Where no note can be written the log tells the reasons; the record is rejected all the same.
        const auto written = write_rejection_note(file, found->second);
        done.rejected.push_back({.file = file, .no_note = written ? std::string() : written.error().message});
    }
}

}  // namespace palermo
