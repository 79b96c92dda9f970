// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal.hpp"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace palermo::test {
namespace {

using Clock = std::chrono::steady_clock;

/// The program and our end of its terminal; killed when it has not been waited for.
class Session {
public:
    Session(const std::vector<std::string>& argv, TerminalSize size) {
        std::vector<char*> arguments;
        for (const auto& argument : argv) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        const winsize window{.ws_row = size.rows, .ws_col = size.columns, .ws_xpixel = 0, .ws_ypixel = 0};
        pid_ = ::forkpty(&terminal_, nullptr, nullptr, &window);
        if (pid_ < 0) throw std::runtime_error("cannot make a terminal");
        if (pid_ > 0) return;
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() {
        ::close(terminal_);
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }

    /// Appends what comes next; false when the program has closed the terminal.
    bool read_more(std::string& output, Clock::time_point deadline) const {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd end{terminal_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&end, 1, static_cast<int>(left.count())) == 0)
            throw std::runtime_error("the program is still waiting, after it said:\n" + output);
        std::array<char, 65536> buffer{};
        const auto size = ::read(terminal_, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) return true;
        // A terminal that nobody holds any more is an error (EIO), not an end.
        if (size <= 0) return false;
        output.append(buffer.data(), static_cast<std::size_t>(size));
        return true;
    }

    void type(std::string_view keys) const {
        if (::write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) throw std::runtime_error("cannot type");
    }

    int wait() {
        int status = 0;
        ::waitpid(std::exchange(pid_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t pid_ = -1;
    int terminal_ = -1;
};

}  // namespace

TerminalSession run_in_terminal(const std::vector<std::string>& argv, const std::vector<Answer>& answers, TerminalSize size,
                                std::chrono::seconds patience) {
    const auto deadline = Clock::now() + patience;
    Session session(argv, size);
    TerminalSession seen;
    std::size_t read_up_to = 0;
    for (const auto& answer : answers) {
        while (seen.output.find(answer.wait_for, read_up_to) == std::string::npos) {
            if (!session.read_more(seen.output, deadline))
                throw std::runtime_error("the program ended without \"" + answer.wait_for + "\", after it said:\n" + seen.output);
        }
        read_up_to = seen.output.size();
        session.type(answer.type);
    }
    while (session.read_more(seen.output, deadline)) {
    }
    seen.exit_code = session.wait();
    return seen;
}

std::string left_on_screen(std::string_view output) {
    constexpr std::string_view clear_rest = "\x1b[K";
    std::string screen;
    std::string line;
    std::size_t column = 0;
    while (!output.empty()) {
        if (output.starts_with(clear_rest)) {
            line.resize(std::min(line.size(), column));
            output.remove_prefix(clear_rest.size());
            continue;
        }
        const char byte = output.front();
        output.remove_prefix(1);
        if (byte == '\r') {
            column = 0;
        } else if (byte == '\n') {
            screen += std::exchange(line, {}) + '\n';
            column = 0;
        } else {
            line.resize(std::max(line.size(), column + 1), ' ');
            line[column++] = byte;
        }
    }
    return screen + line;
}

}  // namespace palermo::test
