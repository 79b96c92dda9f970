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

/// Every contestant once; only our index is kept.
CorpusResults run_all(const LoadSetting& setting, const PreparedCorpus& corpus) {
    CorpusResults all{.corpus = corpus, .our_index = {}, .results = {}};
    for (const auto& contestant : load_contestants(setting, corpus)) {
        std::cerr << "  " << name_of(corpus.kind) << ": " << contestant.does << '\n';
        all.results.push_back(run_contestant(setting, corpus, contestant));
        if (all.results.size() == 1)
            all.our_index = contestant.index;
        else
            fs::remove_all(contestant.index);
    }
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
