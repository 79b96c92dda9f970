// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/measurement.hpp"

#include "tests/bench/search/asked_program.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>

namespace palermo::bench {
namespace {

/// A contestant that runs, and what is known of it. Who fails is out.
class Runner {
public:
    Runner(const SearchSetting& setting, const PreparedCorpus& corpus, ContestantResult& result) : setting_(setting), result_(result) {
        if (!result.contestant.missing.empty()) return;
        try {
            program_ = std::make_unique<AskedProgram>(
                result.contestant.ask_command, setting.files.log(std::string(name_of(corpus.kind)) + "-asked-" + result.contestant.key));
            result.open_seconds = program_->open_seconds();
            result.version = program_->version();
        } catch (const std::exception& failure) {
            give_up(failure.what());
        }
    }

    [[nodiscard]] bool runs(Mode mode) const { return program_ && result_.contestant.can(mode); }

    void warm(Mode mode) {
        attempt([&] { program_->warm(mode, result_.contestant.warm_seconds); });
    }

    /// One more pass, when its time allows.
    void pass(Mode mode) {
        auto& left = seconds_left_.try_emplace(mode, setting_.seconds_of_one).first->second;
        // After its share of time is used up there is nothing more to learn of it.
        if (left <= 0) return;
        attempt([&] {
            const auto begin = std::chrono::steady_clock::now();
            auto answers = program_->pass(mode, setting_.seconds_of_one);
            left -= std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            keep_best(result_.modes[mode], std::move(answers));
        });
    }

    void load(Mode mode) {
        attempt([&] { result_.modes[mode].per_second = program_->load(mode, setting_.threads, setting_.load_seconds); });
    }

private:
    template <class Action>
    void attempt(const Action& action) {
        try {
            action();
        } catch (const std::exception& failure) {
            give_up(failure.what());
        }
    }

    void give_up(const std::string& why) {
        result_.contestant.missing = why;
        result_.modes.clear();
        program_.reset();
    }

    static void keep_best(ModeResult& result, std::vector<TimedAnswer> answers) {
        for (std::size_t i = 0; i < std::min(answers.size(), result.answers.size()); ++i) {
            answers[i].microseconds = std::min(answers[i].microseconds, result.answers[i].microseconds);
            answers[i].cpu_microseconds = std::min(answers[i].cpu_microseconds, result.answers[i].cpu_microseconds);
        }
        if (answers.size() >= result.answers.size()) result.answers = std::move(answers);
    }

    const SearchSetting& setting_;
    ContestantResult& result_;
    std::unique_ptr<AskedProgram> program_;
    std::map<Mode, double> seconds_left_;
};

void measure_mode(const SearchSetting& setting, Mode mode, std::vector<Runner>& runners) {
    for (auto& runner : runners) {
        if (runner.runs(mode)) runner.warm(mode);
    }
    for (std::size_t pass = 0; pass < setting.passes; ++pass) {
        for (auto& runner : runners) {
            if (runner.runs(mode)) runner.pass(mode);
        }
    }
    for (auto& runner : runners) {
        if (runner.runs(mode)) runner.load(mode);
    }
}

}  // namespace

SearchResults measure_answers(const SearchSetting& setting, const PreparedCorpus& corpus, const std::filesystem::path& question_file,
                              std::vector<SearchContestant> contestants) {
    SearchResults results{.corpus = corpus, .questions = read_questions(question_file), .question_file = question_file, .contestants = {}};
    for (auto& contestant : contestants) {
        make_index(setting, corpus, contestant);
        results.contestants.push_back({.contestant = std::move(contestant), .version = {}, .modes = {}});
    }
    std::vector<Runner> runners;
    for (auto& result : results.contestants) runners.emplace_back(setting, corpus, result);
    for (const auto mode : all_modes) {
        std::cerr << "  " << name_of(corpus.kind) << ": " << name_of(mode) << '\n';
        measure_mode(setting, mode, runners);
    }
    return results;
}

}  // namespace palermo::bench
