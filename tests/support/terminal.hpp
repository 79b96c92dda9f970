// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::test {

/// What a person does at a terminal: waits until these words have come (since the last answer), then types.
struct Answer {
    std::string wait_for;
    std::string type;  ///< "\n" is the return key, "\x03" Ctrl-C, "\x04" the end of input
};

struct TerminalSize {
    unsigned short rows = 24;
    unsigned short columns = 80;
};

struct TerminalSession {
    int exit_code = 0;   ///< 128 + signal when a signal ended it
    std::string output;  ///< every byte that came, standard output and standard error, and the echo of what was typed
};

/// Runs a program on a terminal of its own (a pty), for what it shows only to people. Throws, and kills it, when it neither says what an
/// answer waits for nor ends within `patience`.
[[nodiscard]] TerminalSession run_in_terminal(const std::vector<std::string>& argv, const std::vector<Answer>& answers = {},
                                              TerminalSize size = {}, std::chrono::seconds patience = std::chrono::seconds{60});

/// What is left on the screen in the end, lines ended by \n: knows the return to the line's begin and "clear the rest of the line", all
/// that our programs use.
[[nodiscard]] std::string left_on_screen(std::string_view output);

}  // namespace palermo::test
