// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/record_output.hpp"

#include "corpus/write_all.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

Diagnostic refused(const fs::path& path, int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return error_at(path.string(), "There is no room left on the disk.", "Make room and convert again.", Cause::disk);
        case EACCES:
        case EPERM:
        case EROFS: return error_at(path.string(), "You may not write here.", "Choose another directory with --to.");
        case ENOTDIR:
        case EEXIST: return error_at(path.string(), "A file stands where a directory is needed.", "Choose another directory with --to.");
        default:
            return error_at(path.string(), "The disk refused: " + std::generic_category().message(error_number) + ".",
                            "Check the disk and convert again.", Cause::disk);
    }
}

/// A file without a name that anybody looks for, which is gone at the end unless it has been given one.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target)
        : name_((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string()) {
        descriptor_ = ::mkostemp(name_.data(), O_CLOEXEC);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ < 0) return;
        ::close(descriptor_);
        ::unlink(name_.c_str());
    }

    [[nodiscard]] bool fill(std::string_view content) const {
        if (descriptor_ < 0) return false;
        if (!write_all(descriptor_, content)) return false;
        // What a new file would have got; mkostemp lets nobody else read.
        const auto mask = ::umask(0);
        ::umask(mask);
        return ::fchmod(descriptor_, 0666 & ~mask) == 0 && ::fsync(descriptor_) == 0;
    }
    [[nodiscard]] bool become(const fs::path& target, Overwrite overwrite) const {
        // A link is refused when the name is taken, whoever took it in the meantime; a rename replaces.
        if (overwrite == Overwrite::never) return ::link(name_.c_str(), target.c_str()) == 0;
        return std::rename(name_.c_str(), target.c_str()) == 0;
    }

private:
    std::string name_;
    int descriptor_ = -1;
};

bool has_content(const fs::path& file, std::string_view content) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return false;
    std::ifstream stream(file, std::ios::binary);
    return stream && std::string(std::istreambuf_iterator<char>(stream), {}) == content;
}

Diagnostic is_taken(const fs::path& file) {
    return error_at(file.string(), "The file " + file.string() + " is there already, with another content.",
                    "Say --force to replace it, or choose another directory with --to.");
}

}  // namespace

RecordOutput::RecordOutput(fs::path directory, Overwrite overwrite, bool is_rehearsal)
    : directory_(std::move(directory)), overwrite_(overwrite), is_rehearsal_(is_rehearsal) {}

Result<RecordOutput> RecordOutput::open(const fs::path& directory, Overwrite overwrite) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (error) return refused(directory, error.value());
    if (!fs::is_directory(directory, error)) return refused(directory, ENOTDIR);
    return RecordOutput(directory, overwrite, false);
}

Result<RecordOutput> RecordOutput::rehearse(const fs::path& directory, Overwrite overwrite) {
    std::error_code error;
    const auto status = fs::status(directory, error);
    if (error == std::errc::not_a_directory || (fs::exists(status) && !fs::is_directory(status))) return refused(directory, ENOTDIR);
    if (fs::exists(status) && ::access(directory.c_str(), W_OK | X_OK) != 0) return refused(directory, errno);
    return RecordOutput(directory, overwrite, true);
}

fs::path RecordOutput::file_of(const std::string& id) const { return directory_ / (id + ".xml"); }

Result<bool> RecordOutput::is_needed(const fs::path& file, std::string_view xml) const {
    if (has_content(file, xml)) return false;
    std::error_code error;
    if (fs::is_directory(file, error)) {
        return error_at(file.string(), "There is a directory called " + file.string() + ", where the record should be written.",
                        "Move it away, or choose another directory with --to.");
    }
    if (overwrite_ == Overwrite::never && fs::exists(fs::symlink_status(file, error))) return is_taken(file);
    return true;
}

Result<bool> RecordOutput::write(const std::string& id, std::string_view xml) const {
    const auto file = file_of(id);
    const auto needed = is_needed(file, xml);
    if (!needed || !*needed || is_rehearsal_) return needed;
    const TemporaryFile temporary(file);
    if (!temporary.fill(xml)) return refused(file, errno);
    if (temporary.become(file, overwrite_)) return true;
    return errno == EEXIST ? is_taken(file) : refused(file, errno);
}

}  // namespace palermo
