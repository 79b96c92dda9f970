// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_policy.hpp"
#include "corpus/result.hpp"
#include "indexer/load/load_report.hpp"
#include "indexer/load/record_source.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palermo {

/// A record that a load did not take.
struct RejectedFile {
    std::filesystem::path file;
    std::string no_note;  ///< why no note could be written beside it; empty: there is one
};

/// What was done about the changes of a directory.
struct FolderLoad {
    std::optional<LoadReport> report;  ///< nothing: there was nothing to load
    std::vector<RejectedFile> rejected;
    bool waits_for_writers = false;  ///< files have changed that somebody is still writing
};

/// Loads the records below a directory when they have changed since it last looked, and leaves a note beside each that is rejected.
/// Records whose files are gone stay in the index.
class FolderLoader {
public:
    FolderLoader(std::filesystem::path directory, std::filesystem::path index, std::filesystem::path schemas, IdentityPolicy identity)
        : directory_(std::move(directory)), index_(std::move(index)), schemas_(std::move(schemas)), identity_(std::move(identity)) {}

    /// The first time, all records count as changed. After an error they are still to be loaded.
    [[nodiscard]] Result<FolderLoad> load_changes(const std::function<bool(const std::filesystem::path&)>& is_being_written);

private:
    /// What tells one state of a file from another.
    struct Stamp {
        std::uint64_t inode = 0;
        std::int64_t size = 0;
        std::int64_t modified = 0;  ///< nanoseconds
        std::int64_t changed = 0;   ///< the same, of the inode: permissions too

        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    using Stamps = std::map<std::filesystem::path, Stamp>;

    [[nodiscard]] static Stamp stamp_of(const std::filesystem::path& file);
    [[nodiscard]] bool forget_what_is_gone(const std::set<std::filesystem::path>& files);
    [[nodiscard]] std::vector<RecordSource> sources_of(const Stamps& batch, const std::set<std::filesystem::path>& files);
    void settle(const Stamps& batch, FolderLoad& done);

    std::filesystem::path directory_;
    std::filesystem::path index_;
    std::filesystem::path schemas_;
    IdentityPolicy identity_;
    bool has_looked_ = false;
    Stamps known_;  ///< as they were when they were loaded or rejected
    std::set<std::filesystem::path> rejected_;
    std::map<std::filesystem::path, std::string> id_of_;
    std::map<std::string, std::filesystem::path> file_of_;  ///< the file whose record an id is
};

}  // namespace palermo
