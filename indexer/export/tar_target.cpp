// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export/tar_target.hpp"

#include "corpus/write_all.hpp"
#include "indexer/export/write_error.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

struct FreeArchive {
    void operator()(archive* writer) const { archive_write_free(writer); }
};

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

using Writer = std::unique_ptr<archive, FreeArchive>;
using Entry = std::unique_ptr<archive_entry, FreeEntry>;

/// A tar that is written to a descriptor, which stays the caller's.
class TarTarget : public ExportTarget {
public:
    TarTarget(std::string name, TarPacking packing, std::time_t time) : name_(std::move(name)), time_(time), writer_(archive_write_new()) {
        archive_write_set_format_pax_restricted(writer_.get());
        if (packing == TarPacking::gzip) {
            archive_write_add_filter_gzip(writer_.get());
            // The time of packing would make every archive another one.
            archive_write_set_filter_option(writer_.get(), "gzip", "timestamp", nullptr);
        }
        if (packing == TarPacking::zstd) archive_write_add_filter_zstd(writer_.get());
        // No zeros behind the end, which differ from device to device and which unpackers warn of.
        archive_write_set_bytes_in_last_block(writer_.get(), 1);
    }

    TarTarget(const TarTarget&) = delete;
    TarTarget& operator=(const TarTarget&) = delete;
    ~TarTarget() override { abandon(); }

    Result<void> begin(int descriptor) {
        descriptor_ = descriptor;
        return check(archive_write_open(writer_.get(), this, nullptr, write, nullptr) == ARCHIVE_OK);
    }

    Result<void> add(const std::string& id, std::string_view xml) override {
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), (id + ".xml").c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(xml.size()));
        archive_entry_set_mtime(entry.get(), time_, 0);
        const bool written = archive_write_header(writer_.get(), entry.get()) == ARCHIVE_OK &&
                             archive_write_data(writer_.get(), xml.data(), xml.size()) == static_cast<la_ssize_t>(xml.size()) &&
                             archive_write_finish_entry(writer_.get()) == ARCHIVE_OK;
        return check(written);
    }

    Result<void> finish() override { return check(archive_write_close(writer_.get()) == ARCHIVE_OK); }

    /// An archive that is not finished gets no end, which letting go of it would write. Also for who closes the descriptor earlier.
    void abandon() {
        if (failure_ == 0) failure_ = ECANCELED;
    }

private:
    /// libarchive never hears of a failure, since it does not free what it holds after one.
    static la_ssize_t write(archive* /*writer*/, void* target, const void* bytes, std::size_t size) {
        auto& self = *static_cast<TarTarget*>(target);
        if (self.failure_ == 0 && !write_all(self.descriptor_, {static_cast<const char*>(bytes), size})) self.failure_ = errno;
        return static_cast<la_ssize_t>(size);
    }

    Result<void> check(bool done) {
        if (!done && failure_ == 0) failure_ = archive_errno(writer_.get()) > 0 ? archive_errno(writer_.get()) : EIO;
        if (failure_ != 0) return export_error(name_, failure_);
        return {};
    }

    std::string name_;
    std::time_t time_;
    int descriptor_ = -1;
    int failure_ = 0;  ///< the errno of the first write that failed; nothing is written after it
    Writer writer_;    ///< last, because it writes when it is let go
};

/// A tar under a hidden name, which gets its own when it is whole and on the disk.
class TarFile : public ExportTarget {
public:
    TarFile(const fs::path& file, TarPacking packing, std::time_t time)
        : file_(file), unfinished_(file.parent_path() / ('.' + file.filename().string() + ".part")), tar_(file.string(), packing, time) {}
    TarFile(const TarFile&) = delete;
    TarFile& operator=(const TarFile&) = delete;
    ~TarFile() override {
        if (descriptor_ < 0) return;
        tar_.abandon();
        ::close(descriptor_);
        ::unlink(unfinished_.c_str());
    }

    Result<void> begin() {
        descriptor_ = ::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (descriptor_ < 0) return export_error(file_, errno);
        return tar_.begin(descriptor_);
    }

    Result<void> add(const std::string& id, std::string_view xml) override { return tar_.add(id, xml); }

    Result<void> finish() override {
        if (auto finished = tar_.finish(); !finished) return finished;
        if (::fsync(descriptor_) != 0 || std::rename(unfinished_.c_str(), file_.c_str()) != 0) return export_error(file_, errno);
        ::close(std::exchange(descriptor_, -1));
        return {};
    }

private:
    fs::path file_;
    fs::path unfinished_;
    TarTarget tar_;
    int descriptor_ = -1;
};

}  // namespace

Result<std::unique_ptr<ExportTarget>> open_tar_file(const fs::path& file, TarPacking packing, bool force, std::time_t time) {
    std::error_code error;
    if (fs::is_directory(file, error)) {
        return error_at(file.string(), "This is a directory, and an archive is a file.",
                        "Choose another name, or add a slash to write into it.");
    }
    if (fs::exists(file, error) && !force) {
        return error_at(file.string(), "There is a file of this name already.", "Choose another name, or add --force to replace it.");
    }
    auto target = std::make_unique<TarFile>(file, packing, time);
    if (auto begun = target->begin(); !begun) return begun.error();
    return target;
}

Result<std::unique_ptr<ExportTarget>> open_tar_on_standard_output(std::time_t time) {
    if (::isatty(STDOUT_FILENO) != 0) {
        return error_at("standard output", "An archive is not for a terminal.", "Send it into a file or a pipe, or name a target.");
    }
    auto target = std::make_unique<TarTarget>("standard output", TarPacking::none, time);
    if (auto begun = target->begin(STDOUT_FILENO); !begun) return begun.error();
    return target;
}

}  // namespace palermo
