// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/asked_program.hpp"

#include <chrono>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace palermo::bench {
namespace {

constexpr std::chrono::seconds patience{900};

std::string command_of(const char* what, Mode mode) { return std::string(what) + ' ' + std::string(name_of(mode)) + ' '; }

}  // namespace

AskedProgram::AskedProgram(const std::vector<std::string>& command, std::filesystem::path log)
    : log_(std::move(log)), answers_(log_.string() + ".answers"), conversation_(command, log_) {
    const auto line = conversation_.hear(patience);
    std::istringstream ready(line);
    std::string word;
    ready >> word >> open_seconds_ >> version_;
    if (word != "ready") throw std::runtime_error("it cannot open its index: " + line);
}

void AskedProgram::warm(Mode mode, double seconds) { tell(command_of("warm", mode) + std::to_string(seconds)); }

std::vector<TimedAnswer> AskedProgram::pass(Mode mode, double seconds) {
    tell(command_of("pass", mode) + std::to_string(seconds) + ' ' + answers_.string());
    return read_answers(answers_);
}

double AskedProgram::load(Mode mode, unsigned threads, double seconds) {
    return tell(command_of("load", mode) + std::to_string(threads) + ' ' + std::to_string(seconds));
}

double AskedProgram::tell(const std::string& command) {
    conversation_.say(command);
    const auto line = conversation_.hear(patience);
    std::istringstream in(line);
    std::string word;
    double number = 0;
    if (in >> word >> number && word == "done") return number;
    throw std::runtime_error("it fails: " + line + " (see " + log_.string() + ")");
}

}  // namespace palermo::bench
