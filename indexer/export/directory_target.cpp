// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export/directory_target.hpp"

#include "corpus/write_all.hpp"
#include "indexer/export/write_error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// 0, or the errno of what failed.
int write_file(const fs::path& file, std::string_view content) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return errno;
    int failure = write_all(descriptor, content) ? 0 : errno;
    if (::close(descriptor) != 0 && failure == 0) failure = errno;
    return failure;
}

class DirectoryTarget : public ExportTarget {
public:
    explicit DirectoryTarget(fs::path directory) : directory_(std::move(directory)) {}

    Result<void> add(const std::string& id, std::string_view xml) override {
        const auto file = directory_ / (id + ".xml");
        // Hidden, so that nobody who reads the directory meanwhile takes it for a record.
        const auto unfinished = directory_ / ('.' + id + ".xml.part");
        auto failure = write_file(unfinished, xml);
        if (failure == 0 && std::rename(unfinished.c_str(), file.c_str()) != 0) failure = errno;
        if (failure == 0) return {};
        ::unlink(unfinished.c_str());
        return export_error(file, failure);
    }

    /// One wait for the disk at the end: one a record takes minutes for a large collection.
    Result<void> finish() override {
        const int descriptor = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return export_error(directory_, errno);
        const int failure = ::syncfs(descriptor) == 0 ? 0 : errno;
        ::close(descriptor);
        if (failure != 0) return export_error(directory_, failure);
        return {};
    }

private:
    fs::path directory_;
};

}  // namespace

Result<std::unique_ptr<ExportTarget>> open_directory_target(const fs::path& directory, bool force) {
    std::error_code error;
    if (fs::exists(directory, error) && !fs::is_directory(directory, error)) {
        return error_at(directory.string(), "There is a file of this name.",
                        "Name a directory, or an archive with a name that ends in .tar, .tar.gz, .tgz or .tar.zst.");
    }
    fs::create_directories(directory, error);
    if (error) return export_error(directory, error.value());
    const bool is_empty = fs::is_empty(directory, error);
    if (error) return export_error(directory, error.value());
    if (!is_empty && !force) {
        return error_at(directory.string(), "This directory is not empty.",
                        "Choose a new one, or add --force: files of the same names are replaced, and others stay.");
    }
    return std::make_unique<DirectoryTarget>(directory);
}

}  // namespace palermo
