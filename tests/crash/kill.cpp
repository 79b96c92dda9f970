// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/kill.hpp"

#include "tests/support/process.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace palermo::test {
namespace {

using Clock = std::chrono::steady_clock;

/// Counts what happens to the names in an index, as it happens.
class Changes {
public:
    explicit Changes(const std::filesystem::path& index) : descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
        for (const auto& directory : {index, index / "segments", index / "generations", index / "vocabularies"})
            inotify_add_watch(descriptor_, directory.c_str(), IN_CREATE | IN_MOVED_TO | IN_DELETE);
    }
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;
    ~Changes() { ::close(descriptor_); }

    /// Those of the next few milliseconds, or until the first have come.
    int next() const {
        pollfd end{descriptor_, POLLIN, 0};
        if (::poll(&end, 1, 2) <= 0) return 0;
        return pending();
    }

    int pending() const {
        alignas(inotify_event) std::array<char, 16384> buffer{};
        const auto size = ::read(descriptor_, buffer.data(), buffer.size());
        int count = 0;
        for (std::size_t at = 0; size > 0 && at < static_cast<std::size_t>(size); ++count) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            at += sizeof event + event.len;
        }
        return count;
    }

private:
    int descriptor_;
};

bool has_ended(pid_t process) {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == process;
}

}  // namespace

Course follow(const std::vector<std::string>& argv, const std::filesystem::path& index) {
    const Changes changes(index);
    const auto begin = Clock::now();
    const auto finished = run(argv);
    const auto end = Clock::now();
    return {.time = std::chrono::duration_cast<std::chrono::microseconds>(end - begin),
            .changes = changes.pending(),
            .exit_code = finished.exit_code};
}

bool kill_at(const Moment& moment, const std::vector<std::string>& argv, const std::filesystem::path& index) {
    const Changes changes(index);
    RunningProcess process(argv);
    if (moment.change == 0) std::this_thread::sleep_for(moment.delay);
    for (int seen = 0; seen < moment.change && !has_ended(process.pid());) seen += changes.next();
    process.signal(SIGKILL);
    const auto code = process.wait();
    if (code != 0 && code != 128 + SIGKILL) throw std::runtime_error(argv[1] + " ended with exit code " + std::to_string(code));
    return code != 0;
}

}  // namespace palermo::test
