// SPDX-License-Identifier: GPL-3.0-or-later
// Answering questions, beside others, in one run on the same records: ./dev bench search runs it.
#include "tests/bench/machine.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/search/cold_opening.hpp"
#include "tests/bench/search/measurement.hpp"
#include "tests/bench/search/postgresql_cluster.hpp"
#include "tests/bench/search/reference.hpp"
#include "tests/bench/search/search_goals.hpp"
#include "tests/bench/search/search_json.hpp"
#include "tests/bench/search/search_table.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

/// Of one run: for each kind of corpus what was measured.
struct Run {
    std::vector<SearchResults> all;
    std::vector<std::vector<AnswerCheck>> checks;
    HttpResult http;
};

fs::path prepare_questions(const SearchSetting& setting, const PreparedCorpus& corpus) {
    auto questions = fs::path(corpus.folder.string() + ".questions");
    const std::vector<std::string> command{setting.files.program("palermo_bench_make_questions"), corpus.flat_file.string(),
                                           std::to_string(setting.questions), questions.string()};
    if (run_process(command, setting.files.log("questions")).exit_code != 0)
        throw std::runtime_error("The questions cannot be made: " + tail(setting.files.log("questions")));
    return questions;
}

SearchResults measure_kind(const SearchSetting& setting, CaseKind kind, std::size_t count, PostgresqlCluster* postgresql) {
    std::cerr << "  " << name_of(kind) << ": making " << count << " records, or taking those of an earlier run\n";
    const auto corpus = prepare_corpus(setting.files, kind, count);
    const auto questions = prepare_questions(setting, corpus);
    const auto connection = postgresql != nullptr ? postgresql->make_database(std::string(name_of(kind))) : std::string();
    auto results = measure_answers(setting, corpus, questions, search_contestants(setting, corpus, questions, connection));
    measure_cold_opening(setting, results);
    print_answers(results);
    return results;
}

std::vector<SearchResults> measure_all(const SearchSetting& setting, PostgresqlCluster* postgresql) {
    std::vector<SearchResults> all;
    all.push_back(measure_kind(setting, CaseKind::short_record, setting.files.short_records, postgresql));
    all.push_back(measure_kind(setting, CaseKind::judgment, setting.files.judgments, postgresql));
    return all;
}

boost::json::value read_json(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return boost::json::parse(text.str());
}

/// Of 50,000 records, when they were measured here before.
std::optional<Growth> growth_at_small(const fs::path& work) {
    const auto file = work / "search-small.json";
    if (!fs::exists(file)) return std::nullopt;
    const auto report = read_json(file);
    return Growth{.mean_ms = report.at("growth").at("mean_ms").to_number<double>(),
                  .mean_matches = report.at("growth").at("mean_matches").to_number<double>()};
}

boost::json::array goals_json(const std::vector<Goal>& goals) {
    boost::json::array all;
    for (const auto& goal : goals) {
        all.push_back(boost::json::object{{"what", goal.what},
                                          {"measured", goal.value ? boost::json::value(*goal.value) : boost::json::value(nullptr)},
                                          {goal.sense == Goal::Sense::at_least ? "at_least" : "at_most", goal.target},
                                          {"verdict", goal.verdict()}});
    }
    return all;
}

void write_report(const SearchSetting& setting, const Run& run, const std::vector<Goal>& goals, const Ratios& ratios) {
    boost::json::object report{{"size", setting.size}, {"date", now_utc()}, {"machine", describe_machine()}, {"compiler", __VERSION__}};
    boost::json::array corpora;
    for (std::size_t i = 0; i < run.all.size(); ++i) corpora.push_back(to_json(run.all[i], run.checks[i]));
    report["corpora"] = std::move(corpora);
    report["http"] = to_json(run.http);
    if (const auto growth = growth_of(run.all.front()))
        report["growth"] = boost::json::object{{"mean_ms", growth->mean_ms}, {"mean_matches", growth->mean_matches}};
    report["goals"] = goals_json(goals);
    boost::json::object guarded;
    for (const auto& [name, ratio] : ratios) guarded[name] = ratio;
    report["ratios"] = std::move(guarded);
    const auto text = boost::json::serialize(report) + '\n';
    std::ofstream(setting.files.work / "search.json") << text;
    std::ofstream(setting.files.work / ("search-" + setting.size + ".json")) << text;
}

/// What must not be: the run fails when it says anything.
std::vector<std::string> failures_of(const Run& run) {
    std::vector<std::string> all;
    for (const auto& results : run.all) {
        const auto& ours = results.contestants.front();
        if (!ours.contestant.missing.empty()) all.push_back("Palermo was not measured: " + ours.contestant.missing);
    }
    for (const auto& checks : run.checks) {
        for (const auto& check : checks) {
            for (const auto& what : check.wrong) all.push_back(check.theirs + ": " + what + '.');
        }
    }
    return all;
}

/// Falling once may be the machine: it is measured once more, and the better ratio of both counts.
Ratios ratios_of(const SearchSetting& setting, const Run& run, const Ratios& reference, PostgresqlCluster* postgresql) {
    auto ratios = measured_ratios(run.all);
    if (fallen(ratios, reference).empty()) return ratios;
    std::cerr << "  a ratio has fallen: measuring once more\n";
    return better_of(ratios, measured_ratios(measure_all(setting, postgresql)));
}

int tell_failures(const Run& run, const Ratios& ratios, const Ratios& reference) {
    const auto failures = failures_of(run);
    for (const auto& failure : failures) std::printf("\nFAILED: %s\n", failure.c_str());
    const auto names = fallen(ratios, reference);
    for (const auto& name : names)
        std::printf("\nFAILED: \"%s\": %.2f times as fast, the reference is %.2f.\n", name.c_str(), ratios.at(name), reference.at(name));
    if (reference.empty()) std::puts("\nThis size has no committed reference for this kind of build.");
    return failures.empty() && names.empty() ? 0 : 1;
}

int measure(const SearchSetting& setting, bool writes_reference) {
    fs::create_directories(setting.files.work / "logs");
    const auto reference_file = setting.files.sources / "tests/bench/reference.json";
    std::optional<PostgresqlCluster> postgresql;
    if (!setting.is_quick) postgresql.emplace(setting.files);
    auto* const server = postgresql ? &*postgresql : nullptr;
    Run run{.all = measure_all(setting, server), .checks = {}, .http = {}};
    for (const auto& results : run.all) {
        run.checks.push_back(check_answers(results));
        print_checks(results, run.checks.back());
        print_openings(results);
    }
    run.http = measure_http(setting, run.all.front());
    print_http(run.all.front(), run.http);
    print_what_differs_in_searching();
    const auto goals = search_goals(run.all, run.http, growth_at_small(setting.files.work));
    print_goals(goals);
    const auto missed = std::ranges::count_if(goals, &Goal::is_missed);
    if (missed > 0) std::printf("\n%td of %zu goals are MISSED.\n", missed, goals.size());
    const auto reference = writes_reference ? Ratios() : read_reference(reference_file, setting.size);
    const auto ratios = ratios_of(setting, run, reference, server);
    write_report(setting, run, goals, ratios);
    if (writes_reference) write_reference(reference_file, setting.size, ratios);
    return tell_failures(run, ratios, reference);
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    auto setting = argc > 2 ? palermo::bench::search_setting_of(argv[2]) : std::nullopt;
    const bool writes_reference = argc == 4 && argv[3] == std::string_view("--write-reference");
    if (!setting || argc > 4 || (argc == 4 && !writes_reference)) {
        std::cerr << "Usage: palermo_bench_search WORK_FOLDER smallest|small|middle|large|SHORT,JUDGMENTS [--write-reference]\n"
                     "  smallest: 2,000 short records and 40 judgments; small: 50,000 and 500; middle: 200,000 and 3,000;\n"
                     "  large: 1,000,000 and 3,000; or two numbers of your own\n";
        return 2;
    }
    try {
        setting->files.programs = std::filesystem::canonical("/proc/self/exe").parent_path();
        setting->files.sources = PALERMO_SOURCE_DIR;
        setting->files.work = std::filesystem::absolute(argv[1]);
        return palermo::bench::measure(*setting, writes_reference);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
