// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/output_file.hpp"

#include "corpus/write_all.hpp"
#include "indexer/load/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace palermo {
namespace {

/// Linux keeps in one piece what is written at once, up to 2 MiB, and maps it whole for whoever touches a byte of it: larger writes would
/// make the memory of a daemon that reads the file several times as large, and no load faster.
constexpr std::size_t write_size = std::size_t{64} << 10U;

}  // namespace

Result<OutputFile> OutputFile::create(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return disk_error(path, errno);
    return OutputFile(path, descriptor);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      failure_(other.failure_),
      buffer_(std::move(other.buffer_)) {}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::append(std::string_view bytes) {
    while (buffer_.size() + bytes.size() >= write_size) {
        const auto next = bytes.substr(0, write_size - buffer_.size());
        write_out(buffer_ += next);
        buffer_.clear();
        bytes.remove_prefix(next.size());
    }
    buffer_ += bytes;
}

void OutputFile::write_out(std::string_view bytes) {
    if (failure_ == 0 && !write_all(descriptor_, bytes)) failure_ = errno;
}

Result<void> OutputFile::close() {
    write_out(buffer_);
    if (::close(std::exchange(descriptor_, -1)) != 0 && failure_ == 0) failure_ = errno;
    if (failure_ != 0) return disk_error(path_, failure_);
    return {};
}

Result<void> write_file(const std::filesystem::path& path, std::string_view content) {
    auto file = OutputFile::create(path);
    if (!file) return file.error();
    file->append(content);
    return file->close();
}

}  // namespace palermo
