// SPDX-License-Identifier: GPL-3.0-or-later
// Our analyzer beside Xapian's TermGenerator, on one thread, in one run, on the same text: ./dev bench analyzer runs it.
#include "tests/bench/analyzer_contestants.hpp"
#include "tests/bench/english_text.hpp"

#include <unicode/uvernum.h>
#include <xapian.h>
#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <vector>

namespace palermo::bench {
namespace {

constexpr std::uint64_t seed = 2026;
constexpr std::size_t text_bytes = 2'000;
constexpr std::size_t all_bytes = 20'000'000;
constexpr std::size_t vocabulary = 30'000;
constexpr int rounds = 5;
/// What Analyzer::analyze must reach, as a multiple of the TermGenerator's speed.
constexpr double goal = 1.5;

struct Texts {
    std::vector<std::string> all;
    std::size_t bytes = 0;
    std::size_t vocabulary = 0;
};

Texts make_texts(const char* cases) {
    const Lexicon lexicon(cases, vocabulary);
    EnglishText english(lexicon, seed);
    Texts texts{.all = {}, .bytes = 0, .vocabulary = lexicon.size()};
    while (texts.bytes < all_bytes) {
        texts.all.push_back(english.next(text_bytes));
        texts.bytes += texts.all.back().size();
    }
    return texts;
}

/// Of the processor's time, not the clock's: on a shared machine others take their part of the clock.
double seconds_of(const Contestant& contestant, const Texts& texts, std::size_t& count) {
    const auto before = std::clock();
    count = contestant.run(texts.all);
    return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

struct Measured {
    double best_seconds = 0;
    std::size_t count = 0;
};

/// Rounds in which each runs once, so that a slow minute of the machine meets all of them.
std::vector<Measured> measure(const Texts& texts) {
    const auto contestants = analyzer_contestants();
    std::vector<Measured> measured(contestants.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            const auto seconds = seconds_of(contestants[i], texts, measured[i].count);
            if (round == 0 || seconds < measured[i].best_seconds) measured[i].best_seconds = seconds;
        }
    }
    return measured;
}

int report(const Texts& texts, const std::vector<Measured>& measured, const char* file) {
    boost::json::object results{{"bytes", texts.bytes},
                                {"texts", texts.all.size()},
                                {"vocabulary", texts.vocabulary},
                                {"seed", seed},
                                {"rounds", rounds},
                                {"goal", goal},
                                {"icu", U_ICU_VERSION},
                                {"xapian", Xapian::version_string()},
                                {"compiler", __VERSION__}};
    std::printf("%.1f MB in %zu texts, one thread, best of %d rounds\n\n", static_cast<double>(texts.bytes) / 1e6, texts.all.size(),
                rounds);
    std::printf("%-46s %8s %7s\n", "", "MB/s", "ratio");
    double ratio_of_ours = 0;
    for (std::size_t i = 0; i < measured.size(); ++i) {
        const auto& contestant = analyzer_contestants()[i];
        const auto speed = static_cast<double>(texts.bytes) / 1e6 / measured[i].best_seconds;
        const auto ratio = measured.front().best_seconds / measured[i].best_seconds;
        if (contestant.key == "analyze") ratio_of_ours = ratio;
        std::printf("%-46s %8.1f %7.2f\n", contestant.does.data(), speed, ratio);
        results[contestant.key] = {{"mb_per_s", speed}, {"ratio", ratio}, {"count", measured[i].count}};
    }
    std::ofstream(file) << boost::json::serialize(results) << '\n';
    if (ratio_of_ours >= goal) return 0;
    std::printf("\nThe analyzer is %.2f times as fast as Xapian's TermGenerator; it has to be %.1f times.\n", ratio_of_ours, goal);
    return 1;
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "Usage: palermo_bench_analyzer RESULTS.json FOLDER_OF_CASES\n";
        return 2;
    }
    try {
        const auto texts = palermo::bench::make_texts(argv[2]);
        return palermo::bench::report(texts, palermo::bench::measure(texts), argv[1]);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
