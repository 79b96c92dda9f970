// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/writer_lock.hpp"

#include "indexer/load/durable_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace palermo {

Result<WriterLock> WriterLock::acquire(const IndexDirectory& directory) {
    if (const auto usable = directory.current_generation(); !usable) return usable.error();
    std::error_code error;
    std::filesystem::create_directories(directory.root(), error);
    if (error) return disk_error(directory.root(), error.value());
    const int descriptor = ::open(directory.lock_file().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) return disk_error(directory.lock_file(), errno);
    WriterLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK) return disk_error(directory.lock_file(), errno);
    return error_at(directory.root().string(), "Another palermo-indexer is writing to this index.",
                    "Wait until it is done, then load again.", Cause::locked);
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock::~WriterLock() {
    // Closing releases the lock.
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace palermo
