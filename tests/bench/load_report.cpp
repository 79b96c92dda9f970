// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_report.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>

namespace palermo::bench {
namespace {

constexpr double mebibyte = 1024 * 1024 / 1e6;

const LoadResult* find(const CorpusResults& corpus, std::string_view key) {
    const auto found = std::ranges::find(corpus.results, key, &LoadResult::key);
    return found == corpus.results.end() || !found->missing.empty() ? nullptr : &*found;
}

/// Ours to theirs, by a figure of each.
template <class Ours, class Theirs>
std::optional<double> ratio(const CorpusResults& corpus, std::string_view peer, Ours ours_figure, Theirs theirs_figure) {
    const auto* ours = find(corpus, "palermo");
    const auto* theirs = find(corpus, peer);
    if (ours == nullptr || theirs == nullptr) return std::nullopt;
    return ours->*ours_figure / (theirs->*theirs_figure);
}

void add_corpus_goals(std::vector<Goal>& goals, const CorpusResults& corpus) {
    using enum Goal::Sense;
    const auto name = std::string(name_of(corpus.corpus.kind)) + ": ";
    const auto by_clock = &LoadResult::mb_per_second;
    goals.push_back(
        {name + "speed, as a multiple of the plain Xapian writer's", ratio(corpus, "plain_xapian", by_clock, by_clock), at_least, 4.5});
    goals.push_back({name + "speed, as a multiple of scriptindex's by its processor time",
                     ratio(corpus, "scriptindex", by_clock, &LoadResult::mb_per_cpu_second), at_least, 6});
    goals.push_back(
        {name + "speed, as a multiple of Lucene's with 2 threads", ratio(corpus, "lucene_2", by_clock, by_clock), at_least, 0.6});
    const auto* ours = find(corpus, "palermo");
    const auto figure = [&](double LoadResult::*one) { return ours != nullptr ? std::optional(ours->*one) : std::nullopt; };
    goals.push_back({name + "size of the index, as a multiple of the XML's", figure(&LoadResult::index_to_text), at_most,
                     corpus.corpus.kind == CaseKind::short_record ? 2.6 : 1.3});
    goals.push_back(
        {name + "peak memory in MiB", ours != nullptr ? std::optional(ours->run.peak_mb / mebibyte) : std::nullopt, at_most, 512});
}

boost::json::object to_json(const LoadResult& result) {
    if (!result.missing.empty()) return {{"key", result.key}, {"does", result.does}, {"not_measured", result.missing}};
    return {{"key", result.key},
            {"does", result.does},
            {"wall_s", result.run.wall_seconds},
            {"cpu_s", result.run.cpu_seconds},
            {"mb_per_s", result.mb_per_second},
            {"mb_per_cpu_s", result.mb_per_cpu_second},
            {"peak_mb", result.run.peak_mb},
            {"index_mb", result.index_mb},
            {"index_to_text", result.index_to_text}};
}

boost::json::object to_json(const CorpusResults& corpus) {
    boost::json::array contestants;
    for (const auto& result : corpus.results) contestants.push_back(to_json(result));
    return {{"kind", name_of(corpus.corpus.kind)},
            {"records", corpus.corpus.count},
            {"seed", corpus_seed},
            {"xml_bytes", corpus.corpus.bytes},
            {"contestants", std::move(contestants)}};
}

boost::json::object to_json(const Goal& goal) {
    return {{"what", goal.what},
            {"measured", goal.value ? boost::json::value(*goal.value) : boost::json::value(nullptr)},
            {goal.sense == Goal::Sense::at_least ? "at_least" : "at_most", goal.target},
            {"verdict", goal.verdict()}};
}

std::string two_decimals(std::optional<double> value) {
    if (!value) return "-";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", *value);
    return text.data();
}

void print_result(const CorpusResults& all, const LoadResult& result) {
    const auto by_clock = ratio(all, result.key, &LoadResult::mb_per_second, &LoadResult::mb_per_second);
    const auto by_processor = ratio(all, result.key, &LoadResult::mb_per_cpu_second, &LoadResult::mb_per_cpu_second);
    std::printf("%-30s %8.1f %8.1f %7.2f %9.2f %9s %9s %9.0f %9.1f %11.2f\n", result.does.data(), result.run.wall_seconds,
                result.run.cpu_seconds, result.mb_per_second, result.mb_per_cpu_second, two_decimals(by_clock).c_str(),
                two_decimals(by_processor).c_str(), result.run.peak_mb, result.index_mb, result.index_to_text);
}

}  // namespace

void print_results(const CorpusResults& results) {
    const auto& corpus = results.corpus;
    std::printf("\n%s: %zu records, %.1f MB of XML (ours/its: how many times as fast ours is, by the clock and by the processor's time)\n",
                name_of(corpus.kind).data(), corpus.count, static_cast<double>(corpus.bytes) / 1e6);
    std::printf("%-30s %8s %8s %7s %9s %9s %9s %9s %9s %11s\n", "", "wall s", "CPU s", "MB/s", "MB/CPU s", "ours/its", "by CPU", "peak MB",
                "index MB", "index/text");
    for (const auto& result : results.results) {
        if (result.missing.empty())
            print_result(results, result);
        else
            std::printf("%-30s not measured: %s\n", result.does.data(), result.missing.c_str());
    }
    std::fflush(stdout);
}

void print_one_record(const OneRecordTimes& times, std::size_t records) {
    std::printf("\none record, with %zu in the index (wall, the whole program, median of 5)\n", records);
    if (!times.missing.empty())
        std::printf("not measured: %s\n", times.missing.c_str());
    else
        std::printf("check alone %.3f s, load of a new one %.3f s, load of a changed one %.3f s\n", times.checked, times.added,
                    times.changed);
}

void print_what_differs() {
    std::puts(R"(
What differs: Palermo reads one XML file a record, validates it against the schema, makes all its checks and stores the whole XML; the others
read one flat file that was made of the same records before the clock started, check nothing and store the prose. The fields, the terms of the
facets, the positions and the values are the same. Xapian and Omega index a word as written and its stem, Palermo the stem, and the word as
written in its forward index, Lucene the stem alone. All commit to the disk. Lucene has a buffer of 256 MB and merges as it does by default.
MB/s is of XML, for all of them; everything was in memory before. Who takes less than a minute takes turns in three rounds; the median counts.)");
}

std::vector<Goal> load_goals(const std::vector<CorpusResults>& all, const OneRecordTimes& one_record) {
    using enum Goal::Sense;
    std::vector<Goal> goals;
    for (const auto& corpus : all) add_corpus_goals(goals, corpus);
    const auto measured = [&](double seconds) { return one_record.missing.empty() ? std::optional(seconds) : std::nullopt; };
    goals.push_back({"one changed record until it is live, in seconds", measured(one_record.changed), at_most, 1});
    goals.push_back({"one new record until it is live, beyond what its check takes, in seconds",
                     measured(std::max(0.0, one_record.added - one_record.checked)), at_most, 0.1});
    return goals;
}

boost::json::object load_report(const LoadSetting& setting, const std::vector<CorpusResults>& all, const OneRecordTimes& one_record,
                                const std::vector<Goal>& goals) {
    boost::json::array corpora;
    for (const auto& corpus : all) corpora.push_back(to_json(corpus));
    boost::json::array judged;
    for (const auto& goal : goals) judged.push_back(to_json(goal));
    boost::json::array options;
    for (const auto& option : setting.load_options) options.emplace_back(option);
    boost::json::object one{{"check_s", one_record.checked}, {"new_s", one_record.added}, {"changed_s", one_record.changed}};
    if (!one_record.missing.empty()) one = {{"not_measured", one_record.missing}};
    return {{"load_options", std::move(options)},
            {"corpora", std::move(corpora)},
            {"one_record", std::move(one)},
            {"goals", std::move(judged)}};
}

}  // namespace palermo::bench
