// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/directory_watcher.hpp"

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t heard = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE |
                                IN_DELETE_SELF | IN_MOVE_SELF | IN_EXCL_UNLINK | IN_ONLYDIR;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// The ending that makes a file a record; a directory of such a name is none, and is not searched.
bool is_called_record(const fs::path& path) { return path.extension() == ".xml"; }

/// Links appear whole and are never closed: only what was made by opening it will be.
bool will_be_closed(const fs::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1;
}

bool is_below(const fs::path& path, const fs::path& directory) {
    return std::mismatch(directory.begin(), directory.end(), path.begin(), path.end()).first == directory.end();
}

Diagnostic gone(const fs::path& root) {
    return error_at(root.string(), "The directory that was watched is gone.", "Make it again, and start the watch again.");
}

Diagnostic cannot_watch(const fs::path& directory, int error_number) {
    switch (error_number) {
        case ENOENT: return error_at(directory.string(), "There is no such directory.", "Check the path.");
        case ENOTDIR: return error_at(directory.string(), "This is a file, and only a directory can be watched.", "Name its directory.");
        case EACCES: return error_at(directory.string(), "You may not read this directory.", "Change its permissions.");
        case ENOSPC:
            return error_at(directory.string(), "The system watches no more directories than it does already.",
                            "Raise fs.inotify.max_user_watches with sysctl.");
        case EMFILE:
            return error_at(directory.string(), "The system lets nobody start another watch.",
                            "Raise fs.inotify.max_user_instances with sysctl, or end other watches.");
        default:
            return error_at(directory.string(), "The directory cannot be watched: " + std::generic_category().message(error_number) + ".",
                            "Check the disk and the path.");
    }
}

}  // namespace

DirectoryWatcher::DirectoryWatcher(fs::path root, int descriptor) : root_(std::move(root)), descriptor_(descriptor) {}

DirectoryWatcher::DirectoryWatcher(DirectoryWatcher&& other) noexcept
    : root_(std::move(other.root_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      root_watch_(other.root_watch_),
      folder_of_(std::move(other.folder_of_)),
      being_written_(std::move(other.being_written_)) {}

DirectoryWatcher::~DirectoryWatcher() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<DirectoryWatcher> DirectoryWatcher::open(const fs::path& directory) {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) return cannot_watch(directory, errno);
    DirectoryWatcher watcher(directory, descriptor);
    watcher.root_watch_ = ::inotify_add_watch(descriptor, directory.c_str(), heard);
    if (watcher.root_watch_ < 0) return cannot_watch(directory, errno);
    if (auto watched = watcher.watch_tree(directory); !watched) return watched.error();
    return watcher;
}

Result<void> DirectoryWatcher::watch(const fs::path& directory) {
    const int number = ::inotify_add_watch(descriptor_, directory.c_str(), directory == root_ ? heard : heard | IN_DONT_FOLLOW);
    if (number >= 0) {
        folder_of_[number] = directory;
        return {};
    }
    // Gone again, or shut: what is in it cannot be loaded either, and the look at the directory says so.
    if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return {};
    return cannot_watch(directory, errno);
}

/// First watches, then lists: a folder that is made in between is heard of, or seen.
Result<void> DirectoryWatcher::watch_tree(const fs::path& directory) {
    if (auto watched = watch(directory); !watched) return watched;
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (!entry->is_directory(unknown) || entry->is_symlink(unknown)) continue;
        if (is_hidden(entry->path()) || is_called_record(entry->path())) continue;
        if (auto watched = watch_tree(entry->path()); !watched) return watched;
    }
    return {};
}

void DirectoryWatcher::unwatch_tree(const fs::path& directory) {
    std::erase_if(folder_of_, [&](const auto& entry) {
        if (!is_below(entry.second, directory)) return false;
        ::inotify_rm_watch(descriptor_, entry.first);
        return true;
    });
    std::erase_if(being_written_, [&](const auto& entry) { return is_below(entry.first, directory); });
}

Result<bool> DirectoryWatcher::take_events() {
    bool worth_a_look = false;
    alignas(inotify_event) std::array<char, 64 * (sizeof(inotify_event) + NAME_MAX + 1)> buffer{};
    for (;;) {
        const auto size = ::read(descriptor_, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return worth_a_look;
        for (std::size_t offset = 0; offset < static_cast<std::size_t>(size);) {
            const auto& event = *reinterpret_cast<const inotify_event*>(buffer.data() + offset);
            const std::string_view name = event.len > 0 ? std::string_view(buffer.data() + offset + sizeof event) : std::string_view();
            offset += sizeof event + event.len;
            const auto taken = take(event, name.substr(0, name.find('\0')));
            if (!taken) return taken.error();
            worth_a_look = worth_a_look || *taken;
        }
    }
}

Result<bool> DirectoryWatcher::take(const inotify_event& event, std::string_view name) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) return take_overflow();
    if (event.wd == root_watch_ && (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)) != 0) return gone(root_);
    const auto folder = folder_of_.find(event.wd);
    if (folder == folder_of_.end()) return false;
    if ((event.mask & IN_IGNORED) != 0) {
        folder_of_.erase(folder);
        return true;
    }
    if (name.empty()) return false;
    const auto path = folder->second / name;
    if (is_hidden(path)) return false;
    return (event.mask & IN_ISDIR) != 0 ? take_folder_event(event.mask, path) : Result<bool>(take_file_event(event.mask, path));
}

Result<bool> DirectoryWatcher::take_folder_event(std::uint32_t mask, const fs::path& folder) {
    if ((mask & IN_MOVED_FROM) != 0) unwatch_tree(folder);
    if ((mask & (IN_CREATE | IN_MOVED_TO | IN_ATTRIB)) != 0 && !is_called_record(folder)) {
        if (auto watched = watch_tree(folder); !watched) return watched.error();
    }
    return true;
}

bool DirectoryWatcher::take_file_event(std::uint32_t mask, const fs::path& file) {
    if (!is_called_record(file)) return false;
    if ((mask & IN_MODIFY) != 0 || ((mask & IN_CREATE) != 0 && will_be_closed(file))) {
        being_written_[file] = std::chrono::steady_clock::now();
        return false;
    }
    if ((mask & (IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE)) != 0) being_written_.erase(file);
    return true;
}

/// Events were lost: folders that nobody told of may be there, and files may have been closed.
Result<bool> DirectoryWatcher::take_overflow() {
    being_written_.clear();
    if (auto watched = watch_tree(root_); !watched) return watched.error();
    return true;
}

bool DirectoryWatcher::is_being_written(const fs::path& file) const {
    const auto writing = being_written_.find(file);
    return writing != being_written_.end() && std::chrono::steady_clock::now() - writing->second < patience_with_writers;
}

}  // namespace palermo
