// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/answer_file.hpp"
#include "tests/bench/search/conversation.hpp"
#include "tests/bench/search/engine.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace palermo::bench {

/// A contestant that has opened its index and answers questions as it is told (answer_questions.cpp). Each function throws when it fails.
class AskedProgram {
public:
    AskedProgram(const std::vector<std::string>& command, std::filesystem::path log);

    [[nodiscard]] double open_seconds() const { return open_seconds_; }
    [[nodiscard]] const std::string& version() const { return version_; }

    void warm(Mode mode, double seconds);
    /// Through the questions once, or for so many seconds.
    [[nodiscard]] std::vector<TimedAnswer> pass(Mode mode, double seconds);
    /// Answers a second, all threads at once.
    [[nodiscard]] double load(Mode mode, unsigned threads, double seconds);

private:
    double tell(const std::string& command);

    std::filesystem::path log_;
    std::filesystem::path answers_;
    Conversation conversation_;
    double open_seconds_ = 0;
    std::string version_;
};

}  // namespace palermo::bench
