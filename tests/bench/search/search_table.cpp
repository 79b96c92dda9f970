// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/search_table.hpp"

#include "tests/bench/search/statistics.hpp"

#include <array>
#include <cstdio>
#include <string>

namespace palermo::bench {
namespace {

std::string two_decimals(std::optional<double> value) {
    if (!value) return "-";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", *value);
    return text.data();
}

void print_row(const SearchResults& results, const ContestantResult& one, Mode mode) {
    const auto* result = results.find(one.contestant.key, mode);
    if (result == nullptr) return;
    const auto times = milliseconds(results, *result);
    std::printf("%-28s %4zu %8.2f %8.2f %8.2f %8.2f %9s %8.0f |", one.contestant.does.c_str(), times.size(), quantile(times, 0.5),
                quantile(times, 0.9), quantile(times, 0.99), mean(times), two_decimals(speed(results, mode, one.contestant.key)).c_str(),
                result->per_second.value_or(0));
    for (const auto kind : all_question_kinds) {
        const auto of_kind = milliseconds(results, *result, kind);
        std::printf(" %10s", two_decimals(of_kind.empty() ? std::nullopt : std::optional(mean(of_kind))).c_str());
    }
    std::printf("\n");
}

bool has_any(const SearchResults& results, Mode mode) {
    for (const auto& one : results.contestants) {
        if (results.find(one.contestant.key, mode) != nullptr) return true;
    }
    return false;
}

void print_run(const HttpRun& run) {
    std::printf("%-12u %9.0f %8.2f %8.2f %8.2f %9llu %9llu\n", run.connections, run.per_second, run.p50_ms, run.p90_ms, run.p99_ms,
                static_cast<unsigned long long>(run.answers), static_cast<unsigned long long>(run.failures));
}

}  // namespace

void print_answers(const SearchResults& results) {
    std::printf("\n%s: %zu records, %.1f MB of XML, %zu questions; milliseconds, of each question the best of all passes\n",
                name_of(results.corpus.kind).data(), results.corpus.count, static_cast<double>(results.corpus.bytes) / 1e6,
                results.questions.size());
    for (const auto mode : all_modes) {
        if (!has_any(results, mode)) continue;
        std::printf("%-28s %4s %8s %8s %8s %8s %9s %8s |", name_of(mode).data(), "n", "median", "p90", "p99", "mean", "its/ours",
                    "a second");
        for (const auto kind : all_question_kinds) std::printf(" %10s", name_of(kind).data());
        std::printf("\n");
        for (const auto& one : results.contestants) print_row(results, one, mode);
    }
    for (const auto& one : results.contestants) {
        if (!one.contestant.missing.empty())
            std::printf("%-28s not measured: %s\n", one.contestant.does.c_str(), one.contestant.missing.c_str());
    }
    std::fflush(stdout);
}

void print_checks(const SearchResults& results, const std::vector<AnswerCheck>& checks) {
    std::printf("\n%s: answers beside ours %9s %9s %9s %11s %9s\n", name_of(results.corpus.kind).data(), "compared", "near", "same total",
                "same counts", "same hits");
    for (const auto& check : checks) {
        std::printf("%-31s %9zu %9zu %9zu %11zu %9.2f  %s\n", check.theirs.c_str(), check.compared, check.near_total, check.same_total,
                    check.same_counts, check.same_hits, check.agrees() ? "agrees" : "DOES NOT AGREE");
        for (const auto& what : check.wrong) std::printf("    %s\n", what.c_str());
    }
}

void print_openings(const SearchResults& results) {
    std::printf("\n%s: opening, in ms      in memory   forgotten by the kernel\n", name_of(results.corpus.kind).data());
    for (const auto& one : results.contestants) {
        if (!one.contestant.missing.empty() || !one.cold_open_seconds) continue;
        std::printf("%-28s %9.1f %9.1f\n", one.contestant.does.c_str(), one.open_seconds * 1e3, *one.cold_open_seconds * 1e3);
    }
}

void print_http(const SearchResults& results, const HttpResult& http) {
    std::printf("\n%s: over HTTP (hits, facets and passages as JSON)\n", name_of(results.corpus.kind).data());
    if (!http.missing.empty()) {
        std::printf("not measured: %s\n", http.missing.c_str());
        return;
    }
    std::printf("%-12s %9s %8s %8s %8s %9s %9s\n", "connections", "a second", "median", "p90", "p99", "answers", "failures");
    for (const auto& round : http.rounds) {
        for (const auto& turn : round.turns) {
            std::printf("%-12s %9s %8.2f\n", "in process", "", turn.in_process_median_ms);
            print_run(turn.run);
        }
        for (const auto& run : round.runs) print_run(run);
        std::printf("%-12s %9.0f\n", "in process", round.in_process_per_second);
    }
    std::printf("The daemon listens after %.2f s; it then has %.0f MB of memory, %.0f of them files that it has mapped.\n",
                http.start_seconds, http.resident_mb, http.resident_mb - http.own_resident_mb);
}

void print_what_differs_in_searching() {
    std::puts(R"(
What differs: its/ours is how many times as long it takes as Palermo, by the mean of the questions that both answered; n is less than all
where its time ran out. All count all values of seven facets, a facet's own choice left out (drill-sideways). All look for stems, Palermo
and Xapian for phrases as written. Palermo weighs a word as typed and in the title, how near the words stand and the level of the court,
reads names of concepts in the question, and gives labels and a tree of the counts; the others rank by BM25 (SQLite, Lucene, Xapian) or
ts_rank (PostgreSQL). Lucene is one segment, with its query cache; its highlighter reads all of the text. Omega is a new process for each
question and counts nothing. Nobody remembers whole answers.)");
}

}  // namespace palermo::bench
