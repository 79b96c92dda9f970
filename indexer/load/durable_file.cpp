// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/durable_file.hpp"

#include "corpus/write_all.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

/// A file descriptor that is closed at the end of the scope.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

}  // namespace

Diagnostic disk_error(const std::filesystem::path& path, int error_number) {
    const auto as_it_was = [](const std::string& first) { return first + " The index is as it was before."; };
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return error_at(path.string(), "There is no room left on the disk.", as_it_was("Make room and try again."), Cause::disk);
        case EACCES:
        case EPERM: return error_at(path.string(), "You may not write here.", "Change the permissions or run as the owner.", Cause::index);
        case EROFS:
            return error_at(path.string(), "The disk is mounted read-only.", "Choose another directory for the index.", Cause::index);
        case ENOTDIR:
            return error_at(path.string(), "A file stands where a directory is needed.", "Choose another directory for the index.",
                            Cause::index);
        default:
            return error_at(path.string(), "The disk refused: " + std::generic_category().message(error_number) + ".",
                            as_it_was("Check the disk and try again."), Cause::disk);
    }
}

Result<void> write_durably(const std::filesystem::path& file, std::string_view content) {
    const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
    if (!descriptor.is_open() || !write_all(descriptor.number(), content) || ::fsync(descriptor.number()) != 0)
        return disk_error(file, errno);
    return {};
}

Result<void> replace_durably(const std::filesystem::path& file, std::string_view content) {
    auto temporary = file;
    temporary += ".new";
    auto written = write_durably(temporary, content);
    if (written && std::rename(temporary.c_str(), file.c_str()) != 0) written = disk_error(file, errno);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return flush_to_disk(file.parent_path());
}

Result<void> flush_to_disk(const std::filesystem::path& file_or_directory) {
    const Descriptor descriptor(file_or_directory, O_RDONLY);
    if (!descriptor.is_open() || ::fsync(descriptor.number()) != 0) return disk_error(file_or_directory, errno);
    return {};
}

Result<void> flush_tree_to_disk(const std::filesystem::path& directory) {
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        if (auto flushed = flush_to_disk(entry->path()); !flushed) return flushed;
    }
    if (error) return disk_error(directory, error.value());
    return flush_to_disk(directory);
}

}  // namespace palermo
