// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace palermo::test {

struct Finished {
    int exit_code = 0;  ///< 128 + signal when a signal ended it
    std::string out;
    std::string err;
};

/// Runs a program to its end, as a user would in a terminal without one (pipes).
[[nodiscard]] Finished run(const std::vector<std::string>& argv, const std::string& standard_input = {});

/// A program that goes on running; killed when it goes out of scope.
class RunningProcess {
public:
    explicit RunningProcess(const std::vector<std::string>& argv);
    RunningProcess(RunningProcess&&) noexcept;
    RunningProcess& operator=(RunningProcess&&) = delete;
    ~RunningProcess();

    [[nodiscard]] pid_t pid() const { return pid_; }
    void signal(int number) const;
    /// The next line of its standard output; throws when it ends or stays silent for `patience`.
    [[nodiscard]] std::string read_line(std::chrono::seconds patience = std::chrono::seconds{30});
    /// Waits for its end and gives the exit code (128 + signal).
    [[nodiscard]] int wait();

private:
    pid_t pid_ = -1;
    int out_ = -1;
    std::string buffer_;
};

}  // namespace palermo::test
