// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/search_json.hpp"

#include "tests/bench/search/question_maker.hpp"
#include "tests/bench/search/statistics.hpp"

#include <boost/json/array.hpp>

namespace palermo::bench {
namespace {

boost::json::object times_json(const std::vector<double>& times) {
    return {{"n", times.size()},
            {"median_ms", quantile(times, 0.5)},
            {"p90_ms", quantile(times, 0.9)},
            {"p99_ms", quantile(times, 0.99)},
            {"mean_ms", mean(times)}};
}

/// Ours to each other that answered in this mode: how many times as long it takes, by clock and by the processor's time.
boost::json::object ratios_json(const SearchResults& results, Mode mode, std::optional<QuestionKind> kind) {
    boost::json::object ratios;
    for (const auto& one : results.contestants) {
        const auto& key = one.contestant.key;
        const auto by_clock = key == "palermo" ? std::nullopt : speed(results, mode, key, kind);
        const auto by_processor = by_clock ? speed(results, mode, key, kind, Time::processor) : std::nullopt;
        if (by_clock) ratios[key] = *by_clock;
        if (by_processor) ratios[key + "_cpu"] = *by_processor;
    }
    return ratios;
}

boost::json::object mode_json(const SearchResults& results, const std::string& key, Mode mode) {
    const auto& result = *results.find(key, mode);
    auto made = times_json(milliseconds(results, result));
    made["cpu_mean_ms"] = mean(milliseconds(results, result, {}, result.answers.size(), Time::processor));
    if (result.per_second) made["per_second"] = *result.per_second;
    boost::json::object kinds;
    for (const auto kind : all_question_kinds) {
        auto of_kind = times_json(milliseconds(results, result, kind));
        if (key == "palermo") of_kind["times_as_long"] = ratios_json(results, mode, kind);
        kinds[name_of(kind)] = std::move(of_kind);
    }
    made["kinds"] = std::move(kinds);
    if (key == "palermo") made["times_as_long"] = ratios_json(results, mode, {});
    return made;
}

boost::json::object contestant_json(const SearchResults& results, const ContestantResult& one) {
    const auto& contestant = one.contestant;
    boost::json::object made{{"key", contestant.key}, {"does", contestant.does}};
    if (!contestant.missing.empty()) {
        made["not_measured"] = contestant.missing;
        return made;
    }
    made["version"] = one.version;
    made["open_s"] = one.open_seconds;
    if (one.cold_open_seconds) made["cold_open_s"] = *one.cold_open_seconds;
    boost::json::object modes;
    for (const auto mode : all_modes) {
        if (results.find(contestant.key, mode) != nullptr) modes[name_of(mode)] = mode_json(results, contestant.key, mode);
    }
    made["modes"] = std::move(modes);
    return made;
}

boost::json::object check_json(const AnswerCheck& check) {
    boost::json::array wrong;
    for (const auto& what : check.wrong) wrong.emplace_back(what);
    return {{"with", check.theirs},           {"compared", check.compared},       {"near_total", check.near_total},
            {"same_total", check.same_total}, {"same_counts", check.same_counts}, {"same_hits", check.same_hits},
            {"wrong", std::move(wrong)}};
}

boost::json::object run_json(const HttpRun& run) {
    return {{"connections", run.connections}, {"per_second", run.per_second}, {"median_ms", run.p50_ms}, {"p90_ms", run.p90_ms},
            {"p99_ms", run.p99_ms},           {"answers", run.answers},       {"failures", run.failures}};
}

}  // namespace

boost::json::object to_json(const SearchResults& results, const std::vector<AnswerCheck>& checks) {
    boost::json::array contestants;
    for (const auto& one : results.contestants) contestants.push_back(contestant_json(results, one));
    boost::json::array checked;
    for (const auto& check : checks) checked.push_back(check_json(check));
    return {{"kind", name_of(results.corpus.kind)},  {"records", results.corpus.count},       {"corpus_seed", corpus_seed},
            {"xml_bytes", results.corpus.bytes},     {"questions", results.questions.size()}, {"question_seed", question_seed},
            {"contestants", std::move(contestants)}, {"answers_compared", std::move(checked)}};
}

boost::json::object to_json(const HttpResult& http) {
    if (!http.missing.empty()) return {{"not_measured", http.missing}};
    boost::json::array rounds;
    for (const auto& round : http.rounds) {
        boost::json::array turns;
        for (const auto& turn : round.turns)
            turns.push_back(boost::json::object{{"in_process_median_ms", turn.in_process_median_ms}, {"over_http", run_json(turn.run)}});
        boost::json::array runs;
        for (const auto& run : round.runs) runs.push_back(run_json(run));
        rounds.push_back(boost::json::object{
            {"turns", std::move(turns)}, {"runs", std::move(runs)}, {"in_process_per_second", round.in_process_per_second}});
    }
    return {{"rounds", std::move(rounds)},
            {"listens_after_s", http.start_seconds},
            {"resident_mb", http.resident_mb},
            {"resident_own_mb", http.own_resident_mb}};
}

}  // namespace palermo::bench
