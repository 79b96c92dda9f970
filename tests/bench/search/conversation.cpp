// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/conversation.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace palermo::bench {
namespace {

struct Pipe {
    int read = -1;
    int write = -1;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("There is no pipe to be had.");
    return {.read = ends[0], .write = ends[1]};
}

}  // namespace

Conversation::Conversation(std::vector<std::string> command, const std::filesystem::path& log) {
    // One that has ended is noticed by its silence.
    std::signal(SIGPIPE, SIG_IGN);
    const auto to = make_pipe();
    const auto from = make_pipe();
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to.read, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from.write, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    std::vector<char*> arguments;
    for (auto& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int error = posix_spawnp(&pid_, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(to.read);
    close(from.write);
    in_ = to.write;
    out_ = from.read;
    if (error == 0) return;
    close(in_);
    close(out_);
    throw std::runtime_error("There is no program " + command.front() + ".");
}

Conversation::~Conversation() {
    close(in_);
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
    close(out_);
}

void Conversation::say(const std::string& line) {
    const auto bytes = line + '\n';
    if (write(in_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        throw std::runtime_error("A contestant has ended before it was told.");
}

std::string Conversation::hear(std::chrono::seconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (const auto end = heard_.find('\n'); end != std::string::npos) {
            auto line = heard_.substr(0, end);
            heard_.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd ready{.fd = out_, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || poll(&ready, 1, static_cast<int>(left.count())) <= 0)
            throw std::runtime_error("A contestant has said nothing for " + std::to_string(patience.count()) + " seconds.");
        std::array<char, 4096> buffer{};
        const auto got = read(out_, buffer.data(), buffer.size());
        if (got <= 0) return {};
        heard_.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace palermo::bench
