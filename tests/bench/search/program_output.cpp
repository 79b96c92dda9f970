// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/program_output.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace palermo::bench {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::string read_all(int file) {
    std::string text;
    std::array<char, 16384> buffer{};
    for (auto got = read(file, buffer.data(), buffer.size()); got > 0; got = read(file, buffer.data(), buffer.size()))
        text.append(buffer.data(), static_cast<std::size_t>(got));
    close(file);
    return text;
}

}  // namespace

std::string program_output(std::vector<std::string> command, std::vector<std::string> environment) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("There is no pipe to be had.");
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t pid = 0;
    const int error =
        posix_spawn(&pid, command.front().c_str(), &actions, nullptr, pointers_to(command).data(), pointers_to(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    auto text = read_all(ends[0]);
    int status = 0;
    if (error != 0 || waitpid(pid, &status, 0) != pid || status != 0) throw std::runtime_error(command.front() + " fails: " + text);
    return text;
}

}  // namespace palermo::bench
