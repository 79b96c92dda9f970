// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string_view>

struct inotify_event;

namespace palermo {

/// Hears what happens to the records (*.xml) below a directory, in new folders too (Linux's inotify). It says when a look is worth it and
/// who is still writing; what has changed is for the one who looks, so that an event that is missed costs nothing but time.
class DirectoryWatcher {
public:
    [[nodiscard]] static Result<DirectoryWatcher> open(const std::filesystem::path& directory);

    DirectoryWatcher(DirectoryWatcher&& other) noexcept;
    DirectoryWatcher& operator=(DirectoryWatcher&&) = delete;
    ~DirectoryWatcher();

    /// Readable when something has happened.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// Takes up all that has happened: true when a look at the directory is worth it. An error when the directory is gone.
    [[nodiscard]] Result<bool> take_events();
    /// A file that somebody has begun to write and not closed, unless nothing came for `patience_with_writers`.
    [[nodiscard]] bool is_being_written(const std::filesystem::path& file) const;

    /// Whether there may be such files.
    [[nodiscard]] bool has_writers() const { return !being_written_.empty(); }

    static constexpr std::chrono::seconds patience_with_writers{60};

private:
    DirectoryWatcher(std::filesystem::path root, int descriptor);

    [[nodiscard]] Result<void> watch_tree(const std::filesystem::path& directory);
    [[nodiscard]] Result<void> watch(const std::filesystem::path& directory);
    void unwatch_tree(const std::filesystem::path& directory);
    [[nodiscard]] Result<bool> take(const inotify_event& event, std::string_view name);
    [[nodiscard]] Result<bool> take_folder_event(std::uint32_t mask, const std::filesystem::path& folder);
    [[nodiscard]] bool take_file_event(std::uint32_t mask, const std::filesystem::path& file);
    [[nodiscard]] Result<bool> take_overflow();

    std::filesystem::path root_;
    int descriptor_;
    int root_watch_ = -1;
    std::map<int, std::filesystem::path> folder_of_;
    std::map<std::filesystem::path, std::chrono::steady_clock::time_point> being_written_;  ///< and when something came last
};

}  // namespace palermo
