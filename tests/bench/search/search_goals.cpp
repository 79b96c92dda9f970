// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/search_goals.hpp"

#include "tests/bench/search/statistics.hpp"

#include <algorithm>

namespace palermo::bench {
namespace {

using enum Goal::Sense;

/// So many records are a large collection, of which more is asked.
constexpr std::size_t large = 1'000'000;
constexpr double mebibyte = 1024 * 1024 / 1e6;

/// Our mean as a multiple of theirs.
std::optional<double> share(const SearchResults& results, Mode mode, const std::string& theirs) {
    const auto faster = speed(results, mode, theirs);
    return faster ? std::optional(1 / *faster) : std::nullopt;
}

std::optional<double> mean_of(const SearchResults& results, Mode mode, std::optional<QuestionKind> kind = {}) {
    const auto* found = results.find("palermo", mode);
    return found != nullptr ? std::optional(mean(milliseconds(results, *found, kind))) : std::nullopt;
}

std::optional<double> ratio(std::optional<double> one, std::optional<double> other) {
    return one && other && *other > 0 ? std::optional(*one / *other) : std::nullopt;
}

std::optional<double> per_second(const SearchResults& results, const char* key, Mode mode) {
    const auto* found = results.find(key, mode);
    return found != nullptr ? found->per_second : std::nullopt;
}

void add_facet_goals(std::vector<Goal>& goals, const SearchResults& results) {
    const auto name = std::string(name_of(results.corpus.kind)) + ": ";
    const bool is_short = results.corpus.kind == CaseKind::short_record;
    if (is_short) {
        goals.push_back({"1. " + name + "hits and facets, as a multiple of ValueCountMatchSpy's speed",
                         speed(results, Mode::facets, "xapian_spy"), at_least, 6});
        goals.push_back({"1. " + name + "... of SQLite FTS5's", speed(results, Mode::facets, "sqlite"), at_least, 20});
        goals.push_back({"1. " + name + "... of PostgreSQL's", speed(results, Mode::facets, "postgresql"), at_least, 20});
        goals.push_back({"1. " + name + "pivots, as a multiple of the time without",
                         ratio(mean_of(results, Mode::pivots), mean_of(results, Mode::facets)), at_most, 1.3});
        goals.push_back(
            {"1. " + name + "filters without words, in ms", mean_of(results, Mode::facets, QuestionKind::filter_only), at_most, 1});
        goals.push_back({"1. " + name + "all records, in ms", mean_of(results, Mode::facets, QuestionKind::everything), at_most, 1});
    }
    goals.push_back({"1. " + name + "hits and facets, mean as a multiple of Lucene's", share(results, Mode::facets, "lucene"), at_most,
                     is_short ? 1.0 : 0.7});
    goals.push_back({"2. " + name + "hits, facets and passages, mean as a multiple of Lucene's", share(results, Mode::passages, "lucene"),
                     at_most, is_short ? 0.9 : 0.35});
}

void add_http_goals(std::vector<Goal>& goals, const SearchResults& results, const HttpResult& http) {
    const auto share =
        over_rounds(http, 64, [](const HttpRound& round, const HttpRun& run) { return run.per_second / round.in_process_per_second; });
    const auto busy = over_rounds(http, 64, [](const HttpRound&, const HttpRun& run) { return run.per_second; });
    goals.push_back({"3. over HTTP: median beyond the one in process, in ms", median_beyond_process(http), at_most, 0.3});
    goals.push_back({"3. 64 connections: answers a second, as a multiple of those in process", share, at_least, 0.85});
    goals.push_back({"3. 64 connections: ... of Lucene's in process with two threads",
                     ratio(busy, per_second(results, "lucene", Mode::passages)), at_least, 0.9});
}

void add_size_goals(std::vector<Goal>& goals, const SearchResults& results, const HttpResult& http, const std::optional<Growth>& smaller) {
    const bool is_large = results.corpus.count >= large;
    const auto of_large = [&](std::optional<double> value) { return is_large ? value : std::nullopt; };
    const auto now = growth_of(results);
    const auto cost = [](const std::optional<Growth>& of) { return of ? std::optional(of->mean_ms / of->mean_matches) : std::nullopt; };
    const auto* ours = results.find("palermo");
    goals.push_back({"4. 1,000,000 records: cost of a match, as a multiple of the one at 50,000", of_large(ratio(cost(now), cost(smaller))),
                     at_most, 1.0});
    goals.push_back({"4. 1,000,000 records: opening a generation, in s",
                     of_large(ours != nullptr ? std::optional(ours->open_seconds) : std::nullopt), at_most, 1});
    goals.push_back({"4. 1,000,000 records: ... that is not in memory, in s",
                     of_large(ours != nullptr ? ours->cold_open_seconds : std::nullopt), at_most, 3});
    goals.push_back({"4. 1,000,000 records: resident memory of the daemon, in MiB",
                     of_large(http.missing.empty() ? std::optional(http.resident_mb / mebibyte) : std::nullopt), at_most, 500});
}

}  // namespace

std::optional<Growth> growth_of(const SearchResults& results) {
    const auto* ours = results.find("palermo", Mode::facets);
    if (ours == nullptr) return std::nullopt;
    std::vector<double> matches;
    for (const auto& answer : ours->answers) matches.push_back(static_cast<double>(answer.total.value_or(0)));
    return Growth{.mean_ms = mean(milliseconds(results, *ours)), .mean_matches = mean(matches)};
}

std::vector<Goal> search_goals(const std::vector<SearchResults>& all, const HttpResult& http, const std::optional<Growth>& smaller) {
    std::vector<Goal> goals;
    for (const auto& results : all) add_facet_goals(goals, results);
    std::ranges::stable_sort(goals, {}, [](const Goal& goal) { return goal.what.substr(0, 2); });
    add_http_goals(goals, all.front(), http);
    add_size_goals(goals, all.front(), http, smaller);
    return goals;
}

}  // namespace palermo::bench
