// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/writer_lock.hpp"

#include "indexer/load/durable_file.hpp"
#include "indexer/load/utc_time.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <sstream>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

namespace palermo {
namespace {

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 && name[0] != '\0' ? name.data() : "localhost";
}

/// Fails in silence: who holds the lock is good to know, and no reason not to work, as on a full disk.
void sign(int descriptor, std::string_view command) {
    const auto line = std::to_string(::getpid()) + ' ' + host_name() + ' ' + now_utc() + ' ' + std::string(command) + '\n';
    if (::ftruncate(descriptor, 0) != 0) return;
    if (::pwrite(descriptor, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) std::ignore = ::ftruncate(descriptor, 0);
}

/// ": process 1234 on HOST since TIME (load)"; empty when the line is missing, or is of one who is dead: the holder has not
/// signed yet.
std::string holder(int descriptor) {
    std::array<char, 512> line{};
    const auto size = ::pread(descriptor, line.data(), line.size() - 1, 0);
    if (size <= 0) return {};
    std::istringstream words(std::string(line.data(), static_cast<std::size_t>(size)));
    pid_t process = 0;
    std::string host;
    std::string since;
    std::string command;
    if (!(words >> process >> host >> since) || !std::getline(words >> std::ws, command) || process <= 0) return {};
    if (host == host_name() && ::kill(process, 0) != 0 && errno == ESRCH) return {};
    return ": process " + std::to_string(process) + " on " + host + " since " + since + " (" + command + ')';
}

}  // namespace

Result<WriterLock> WriterLock::acquire(const IndexDirectory& directory, std::string_view command) {
    if (const auto usable = directory.current_generation(); !usable) return usable.error();
    std::error_code error;
    std::filesystem::create_directories(directory.root(), error);
    if (error) return disk_error(directory.root(), error.value());
    const int descriptor = ::open(directory.lock_file().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) return disk_error(directory.lock_file(), errno);
    WriterLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        lock.holds_ = true;
        sign(descriptor, command);
        return lock;
    }
    if (errno != EWOULDBLOCK) return disk_error(directory.lock_file(), errno);
    return error_at(directory.root().string(), "Another palermo-indexer is writing to this index" + holder(descriptor) + '.',
                    "Wait until it is done, then try again.", Cause::locked);
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), holds_(std::exchange(other.holds_, false)) {}

WriterLock::~WriterLock() {
    if (descriptor_ < 0) return;
    if (holds_) std::ignore = ::ftruncate(descriptor_, 0);
    // Closing releases the lock.
    ::close(descriptor_);
}

}  // namespace palermo
