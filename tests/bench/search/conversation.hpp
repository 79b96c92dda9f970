// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace palermo::bench {

/// A program that reads lines and answers with lines; told to end by the end of its input, or by a signal when it goes out of scope.
class Conversation {
public:
    /// What it says on standard error goes into `log`. Throws when there is no such program.
    Conversation(std::vector<std::string> command, const std::filesystem::path& log);
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;
    ~Conversation();

    void say(const std::string& line);
    /// The next line; empty at its end. Throws when nothing comes in `patience`.
    [[nodiscard]] std::string hear(std::chrono::seconds patience);

    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_ = -1;
    int in_ = -1;
    int out_ = -1;
    std::string heard_;
};

}  // namespace palermo::bench
