// SPDX-License-Identifier: GPL-3.0-or-later
// Loading records, beside others, in one run on the same records: ./dev bench load runs it.
#include "tests/bench/load_report.hpp"
#include "tests/bench/machine.hpp"

#include <xapian.h>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

/// The first line a program prints about its version; empty when it cannot run.
std::string version_of(const LoadSetting& setting, const std::vector<std::string>& command) {
    if (run_process(command, setting.log("version")).exit_code != 0) return {};
    std::string line;
    std::ifstream in(setting.log("version"));
    std::getline(in, line);
    return line;
}

boost::json::object versions(const LoadSetting& setting) {
    return {{"palermo", version_of(setting, {setting.program("palermo-indexer"), "--version"})},
            {"xapian", Xapian::version_string()},
            {"omega", version_of(setting, {"scriptindex", "--version"})},
            {"lucene", version_of(setting, {"dpkg-query", "-W", "-f", "${Version}", "liblucene8-java"})},
            {"java", version_of(setting, {"java", "-version"})},
            {"compiler", __VERSION__}};
}

/// The speed of a shared machine changes within minutes. Who takes longer than this has been through its moods in one run; the others take
/// turns in so many rounds, and the run with their median time counts.
constexpr double long_run_seconds = 60;
constexpr std::size_t rounds = 3;

/// A run that failed tells more than those that did not.
LoadResult median_run(std::vector<LoadResult> runs) {
    const auto failed = std::ranges::find_if(runs, [](const LoadResult& result) { return !result.missing.empty(); });
    if (failed != runs.end()) return *failed;
    std::ranges::sort(runs, {}, [](const LoadResult& result) { return result.run.wall_seconds; });
    return runs[runs.size() / 2];
}

/// Only our index is kept.
CorpusResults run_all(const LoadSetting& setting, const PreparedCorpus& corpus) {
    const auto contestants = load_contestants(setting, corpus);
    std::vector<std::vector<LoadResult>> runs(contestants.size());
    for (std::size_t round = 1; round <= rounds; ++round) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            const bool is_done = round > 1 && (!runs[i].back().missing.empty() || runs[i].back().run.wall_seconds > long_run_seconds);
            if (is_done) continue;
            std::cerr << "  " << name_of(corpus.kind) << ": " << contestants[i].does << ", round " << round << '\n';
            runs[i].push_back(run_contestant(setting, corpus, contestants[i]));
            if (i > 0) fs::remove_all(contestants[i].index);
        }
    }
    CorpusResults all{.corpus = corpus, .our_index = contestants.front().index, .results = {}};
    for (auto& of_one : runs) all.results.push_back(median_run(std::move(of_one)));
    return all;
}

CorpusResults measure(const LoadSetting& setting, CaseKind kind, std::size_t count) {
    std::cerr << "  " << name_of(kind) << ": making " << count << " records, or taking those of the last run\n";
    auto results = run_all(setting, prepare_corpus(setting, kind, count));
    print_results(results);
    return results;
}

OneRecordTimes measure_singles(const LoadSetting& setting, const CorpusResults& short_records) {
    if (!short_records.results.front().missing.empty()) return {.missing = "there is no index of ours"};
    std::cerr << "  one record at a time\n";
    return measure_one_record(setting, short_records.corpus, short_records.our_index);
}

int finish(const LoadSetting& setting, const std::vector<CorpusResults>& all, const OneRecordTimes& one_record) {
    print_one_record(one_record, setting.short_records);
    const auto goals = load_goals(all, one_record);
    print_what_differs();
    print_goals(goals);
    auto report = load_report(setting, all, one_record, goals);
    report["date"] = now_utc();
    report["machine"] = describe_machine();
    report["versions"] = versions(setting);
    std::ofstream(setting.work / "load.json") << boost::json::serialize(report) << '\n';
    // Without figures of our own nothing has been shown.
    const auto ours_failed = std::ranges::any_of(all, [](const CorpusResults& one) { return !one.results.front().missing.empty(); });
    const auto missed = std::ranges::count_if(goals, &Goal::is_missed);
    if (ours_failed) std::printf("\npalermo-indexer load FAILED.\n");
    if (missed > 0) std::printf("\n%td of %zu goals are MISSED.\n", missed, goals.size());
    return missed > 0 || ours_failed ? 1 : 0;
}

int run(LoadSetting setting) {
    fs::create_directories(setting.work / "logs");
    std::vector<CorpusResults> all;
    all.push_back(measure(setting, CaseKind::short_record, setting.short_records));
    all.push_back(measure(setting, CaseKind::judgment, setting.judgments));
    const auto one_record = measure_singles(setting, all.front());
    return finish(setting, all, one_record);
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    auto setting = argc > 2 ? palermo::bench::load_setting_of(argv[2]) : std::nullopt;
    if (!setting) {
        std::cerr << "Usage: palermo_bench_load WORK_FOLDER small|full|SHORT,JUDGMENTS [OPTIONS OF palermo-indexer load...]\n"
                     "  small: 5,000 short records and 100 judgments; full: 200,000 and 3,000; or two numbers of your own\n";
        return 2;
    }
    try {
        setting->programs = std::filesystem::canonical("/proc/self/exe").parent_path();
        setting->sources = PALERMO_SOURCE_DIR;
        setting->work = std::filesystem::absolute(argv[1]);
        setting->load_options.assign(argv + 3, argv + argc);
        return palermo::bench::run(std::move(*setting));
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
