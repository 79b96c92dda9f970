// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/eval/measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace palermo::eval {
namespace {

constexpr std::size_t ndcg_depth = 10;
constexpr std::size_t recall_depth = 100;
constexpr std::size_t map_depth = 1'000;

double discounted(double gain, std::size_t rank) { return gain / std::log2(static_cast<double>(rank) + 2); }

double ideal_gain(const std::map<std::string, double>& grades) {
    std::vector<double> gains;
    for (const auto& [id, grade] : grades) gains.push_back(grade);
    std::ranges::sort(gains, std::greater<>());
    double sum = 0;
    for (std::size_t i = 0; i < std::min(ndcg_depth, gains.size()); ++i) sum += discounted(gains[i], i);
    return sum;
}

}  // namespace

Measures measure(const std::vector<std::string>& ranking, const std::map<std::string, double>& grades) {
    Measures measures;
    if (grades.empty()) return measures;
    const auto relevant = static_cast<double>(grades.size());
    double found = 0;
    for (std::size_t rank = 0; rank < std::min(ranking.size(), map_depth); ++rank) {
        const auto grade = grades.find(ranking[rank]);
        if (grade == grades.end()) continue;
        ++found;
        const auto place = static_cast<double>(rank) + 1;
        if (found == 1) measures.mrr = 1 / place;
        measures.map += found / place / relevant;
        if (rank < ndcg_depth) measures.ndcg_at_10 += discounted(grade->second, rank);
        if (rank < recall_depth) measures.recall_at_100 += 1 / relevant;
    }
    measures.ndcg_at_10 /= ideal_gain(grades);
    return measures;
}

Measures mean(const std::vector<Measures>& all) {
    Measures sum;
    for (const auto& one : all) {
        const auto share = 1 / static_cast<double>(all.size());
        sum.ndcg_at_10 += one.ndcg_at_10 * share;
        sum.map += one.map * share;
        sum.mrr += one.mrr * share;
        sum.recall_at_100 += one.recall_at_100 * share;
    }
    return sum;
}

}  // namespace palermo::eval
