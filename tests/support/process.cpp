// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <utility>

extern char** environ;

namespace palermo::test {
namespace {

struct Pipe {
    int read_end = -1;
    int write_end = -1;

    Pipe() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
        read_end = ends[0];
        write_end = ends[1];
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_end(read_end);
        close_end(write_end);
    }

    static void close_end(int& end) {
        if (end >= 0) ::close(end);
        end = -1;
    }
};

/// Starts a program with its standard streams on the given descriptors (-1: as ours).
pid_t spawn(const std::vector<std::string>& argv, int in, int out, int err) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (in >= 0) posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    if (out >= 0) posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    if (err >= 0) posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    std::vector<char*> arguments;
    for (const auto& argument : argv) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    pid_t pid = -1;
    const int failed = posix_spawnp(&pid, argv.front().c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("cannot start " + argv.front());
    return pid;
}

int exit_code_of(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR) throw std::runtime_error("the process cannot be waited for");
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// One step of feeding and draining; closes what has ended.
void pump(int& out, std::string& text) {
    std::array<char, 65536> buffer{};
    const auto size = ::read(out, buffer.data(), buffer.size());
    if (size > 0)
        text.append(buffer.data(), static_cast<std::size_t>(size));
    else if (size == 0 || errno != EINTR)
        Pipe::close_end(out);
}

void feed(int& in, std::string_view& rest) {
    const auto size = rest.empty() ? -1 : ::write(in, rest.data(), rest.size());
    if (size > 0) rest.remove_prefix(static_cast<std::size_t>(size));
    if (size <= 0 || rest.empty()) Pipe::close_end(in);
}

}  // namespace

Finished run(const std::vector<std::string>& argv, const std::string& standard_input) {
    ::signal(SIGPIPE, SIG_IGN);
    Pipe in;
    Pipe out;
    Pipe err;
    const auto pid = spawn(argv, in.read_end, out.write_end, err.write_end);
    Pipe::close_end(in.read_end);
    Pipe::close_end(out.write_end);
    Pipe::close_end(err.write_end);
    Finished finished;
    std::string_view rest = standard_input;
    if (rest.empty()) Pipe::close_end(in.write_end);
    while (out.read_end >= 0 || err.read_end >= 0) {
        std::array<pollfd, 3> ends{pollfd{out.read_end, POLLIN, 0}, pollfd{err.read_end, POLLIN, 0}, pollfd{in.write_end, POLLOUT, 0}};
        if (::poll(ends.data(), ends.size(), -1) < 0) continue;
        if (ends[0].revents != 0) pump(out.read_end, finished.out);
        if (ends[1].revents != 0) pump(err.read_end, finished.err);
        if (ends[2].revents != 0) feed(in.write_end, rest);
    }
    finished.exit_code = exit_code_of(pid);
    return finished;
}

RunningProcess::RunningProcess(const std::vector<std::string>& argv) {
    Pipe out;
    pid_ = spawn(argv, -1, out.write_end, -1);
    out_ = std::exchange(out.read_end, -1);
}

RunningProcess::RunningProcess(RunningProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), out_(std::exchange(other.out_, -1)), buffer_(std::move(other.buffer_)) {}

RunningProcess::~RunningProcess() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    Pipe::close_end(out_);
}

void RunningProcess::signal(int number) const { ::kill(pid_, number); }

std::string RunningProcess::read_line(std::chrono::seconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            auto line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd end{out_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&end, 1, static_cast<int>(left.count())) == 0) throw std::runtime_error("the program stays silent");
        pump(out_, buffer_);
        if (out_ < 0 && buffer_.find('\n') == std::string::npos) throw std::runtime_error("the program has ended without a line");
    }
}

int RunningProcess::wait() { return exit_code_of(std::exchange(pid_, -1)); }

}  // namespace palermo::test
