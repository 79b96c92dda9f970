// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/measurement.hpp"

#include "tests/bench/search/conversation.hpp"
#include "tests/bench/search/statistics.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

constexpr std::chrono::seconds patience{900};

/// A contestant that runs, and what is known of it.
class Runner {
public:
    Runner(const SearchSetting& setting, const PreparedCorpus& corpus, ContestantResult& result) : setting_(setting), result_(result) {
        if (!result.contestant.missing.empty()) return;
        answer_file_ = setting.files.log(std::string(name_of(corpus.kind)) + "-answers-" + key());
        log_ = setting.files.log(std::string(name_of(corpus.kind)) + "-asked-" + key());
        program_ = std::make_unique<Conversation>(result.contestant.ask_command, log_);
        std::istringstream ready(program_->hear(patience));
        std::string word;
        ready >> word >> result.open_seconds >> result.version;
        if (word != "ready") give_up("it cannot open its index: " + ready.str());
    }

    [[nodiscard]] bool runs(Mode mode) const { return program_ && result_.contestant.can(mode); }

    void warm(Mode mode) { (void)tell("warm " + std::string(name_of(mode)) + ' ' + std::to_string(result_.contestant.warm_seconds)); }

    /// One more pass, when its time allows.
    void pass(Mode mode) {
        auto& left = seconds_left_.try_emplace(mode, setting_.seconds_of_one).first->second;
        // After its share of time is used up there is nothing more to learn of it.
        if (left <= 0) return;
        const auto begin = std::chrono::steady_clock::now();
        if (!tell("pass " + std::string(name_of(mode)) + ' ' + std::to_string(setting_.seconds_of_one) + ' ' + answer_file_.string()))
            return;
        left -= std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        keep_best(result_.modes[mode], read_answers(answer_file_));
    }

    void load(Mode mode) {
        const auto answered = tell("load " + std::string(name_of(mode)) + ' ' + std::to_string(setting_.threads) + ' ' +
                                   std::to_string(setting_.load_seconds));
        if (answered) result_.modes[mode].per_second = answered;
    }

private:
    [[nodiscard]] const std::string& key() const { return result_.contestant.key; }

    void give_up(const std::string& why) {
        result_.contestant.missing = why;
        result_.modes.clear();
        program_.reset();
    }

    /// Nothing when it fails; it is out then.
    std::optional<double> tell(const std::string& command) {
        if (!program_) return std::nullopt;
        program_->say(command);
        const auto line = program_->hear(patience);
        std::istringstream in(line);
        std::string word;
        double number = 0;
        if (in >> word >> number && word == "done") return number;
        give_up("it fails: " + line + " (see " + log_.string() + ")");
        return std::nullopt;
    }

    static void keep_best(ModeResult& result, std::vector<TimedAnswer> answers) {
        std::vector<double> times;
        for (const auto& answer : answers) times.push_back(answer.microseconds);
        result.pass_medians.push_back(quantile(times, 0.5));
        for (std::size_t i = 0; i < std::min(answers.size(), result.answers.size()); ++i) {
            answers[i].microseconds = std::min(answers[i].microseconds, result.answers[i].microseconds);
            answers[i].cpu_microseconds = std::min(answers[i].cpu_microseconds, result.answers[i].cpu_microseconds);
        }
        if (answers.size() >= result.answers.size()) result.answers = std::move(answers);
    }

    const SearchSetting& setting_;
    ContestantResult& result_;
    std::filesystem::path answer_file_;
    std::filesystem::path log_;
    std::unique_ptr<Conversation> program_;
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
