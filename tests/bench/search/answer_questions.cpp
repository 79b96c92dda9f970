// SPDX-License-Identifier: GPL-3.0-or-later
// One contestant of ./dev bench search: opens an index with one engine, then does what is said on its standard input, as
// tests/bench/lucene/SearchCases.java does. A command a line, its answer a line that begins with "done" or "failed":
//   warm MODE SECONDS             answers questions for that long
//   pass MODE SECONDS FILE        answers each question once, or as many as the time allows, and writes the answers
//   load MODE THREADS SECONDS     answers questions on several threads at once, each with handles of its own
#include "tests/bench/search/answer_file.hpp"
#include "tests/bench/search/engine.hpp"

#include <atomic>
#include <chrono>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace palermo::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/// Of this thread.
double cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

class Contestant {
public:
    Contestant(const EngineKind& kind, std::string index, std::vector<Question> questions)
        : kind_(kind), index_(std::move(index)), questions_(std::move(questions)), engine_(kind.open(index_)) {}

    void warm(Mode mode, double seconds) {
        const auto end = Clock::now() + Seconds(seconds);
        for (std::size_t i = 0; i < questions_.size() && Clock::now() < end; ++i) engine_->ask(questions_[i], mode);
    }

    std::size_t pass(Mode mode, double seconds, const std::string& file) {
        const auto end = Clock::now() + Seconds(seconds);
        std::vector<TimedAnswer> answers;
        for (std::size_t i = 0; i < questions_.size() && Clock::now() < end; ++i) {
            answers.push_back(time_one(questions_[i], mode));
        }
        write_answers(answers, file);
        return answers.size();
    }

    TimedAnswer time_one(const Question& question, Mode mode) {
        const auto cpu_begin = cpu_seconds();
        const auto begin = Clock::now();
        engine_->ask(question, mode);
        const Seconds taken = Clock::now() - begin;
        const auto cpu_taken = cpu_seconds() - cpu_begin;
        auto answer = timed_answer(engine_->answer());
        answer.microseconds = taken.count() * 1e6;
        answer.cpu_microseconds = cpu_taken * 1e6;
        return answer;
    }

    /// Answers a second, all threads together.
    double load(Mode mode, unsigned threads, double seconds) {
        std::vector<std::unique_ptr<Engine>> engines;
        for (unsigned i = 0; i < threads; ++i) engines.push_back(kind_.open(index_));
        std::atomic<std::size_t> next = 0;
        std::atomic<std::size_t> answered = 0;
        const auto begin = Clock::now();
        const auto end = begin + Seconds(seconds);
        const auto work = [&](Engine& engine) {
            while (Clock::now() < end) {
                engine.ask(questions_[next++ % questions_.size()], mode);
                ++answered;
            }
        };
        {
            std::vector<std::jthread> workers;
            for (auto& engine : engines) workers.emplace_back([&work, &engine] { work(*engine); });
        }
        const Seconds taken = Clock::now() - begin;
        return static_cast<double>(answered) / taken.count();
    }

private:
    const EngineKind& kind_;
    std::string index_;
    std::vector<Question> questions_;
    std::unique_ptr<Engine> engine_;
};

double obey(Contestant& contestant, const std::string& line) {
    std::istringstream in(line);
    std::string command;
    std::string mode_name;
    in >> command >> mode_name;
    const auto mode = mode_named(mode_name);
    if (!mode) throw std::runtime_error("there is no mode \"" + mode_name + "\"");
    double seconds = 0;
    unsigned threads = 0;
    std::string file;
    if (command == "warm" && in >> seconds) {
        contestant.warm(*mode, seconds);
        return 0;
    }
    if (command == "pass" && in >> seconds >> std::ws && std::getline(in, file))
        return static_cast<double>(contestant.pass(*mode, seconds, file));
    if (command == "load" && in >> threads >> seconds) return contestant.load(*mode, threads, seconds);
    throw std::runtime_error("what does \"" + line + "\" mean?");
}

const EngineKind& kind_named(std::string_view name) {
    for (const auto& kind : engine_kinds()) {
        if (kind.name == name) return kind;
    }
    throw std::runtime_error("this program was built without " + std::string(name));
}

void serve(const std::string& engine, const std::string& index, const std::string& questions) {
    const auto& kind = kind_named(engine);
    auto read = read_questions(questions);
    const auto begin = Clock::now();
    Contestant contestant(kind, index, std::move(read));
    const Seconds opened = Clock::now() - begin;
    std::cout << "ready " << opened.count() << ' ' << kind.version << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << "done " << obey(contestant, line) << std::endl;
        } catch (const std::exception& failure) {
            std::cout << "failed " << failure.what() << std::endl;
        }
    }
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "Usage: palermo_bench_answer ENGINE INDEX QUESTIONS\n";
        return 2;
    }
    try {
        palermo::bench::serve(argv[1], argv[2], argv[3]);
    } catch (const std::exception& failure) {
        std::cout << "missing " << failure.what() << std::endl;
        return 1;
    }
}
