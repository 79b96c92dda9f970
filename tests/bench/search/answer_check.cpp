// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/answer_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace palermo::bench {
namespace {

constexpr double near_share = 0.03;
constexpr double near_records = 3;
/// Where the totals are the same by chance and the records are not, the counts need not be: a few.
constexpr double same_counts_at_least = 0.9;
constexpr double near_of_same_stemmer = 0.98;
constexpr double near_of_other_stemmer = 0.8;

bool is_near(std::uint64_t ours, std::uint64_t theirs) {
    const auto off = std::abs(static_cast<double>(ours) - static_cast<double>(theirs));
    return off <= std::max(near_records, near_share * static_cast<double>(ours));
}

double share_of_ids(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
    if (ours.empty()) return theirs.empty() ? 1 : 0;
    const auto same = std::ranges::count_if(ours, [&](const auto& id) { return std::ranges::find(theirs, id) != theirs.end(); });
    return static_cast<double>(same) / static_cast<double>(ours.size());
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + '%'; }

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole); }

/// A phrase is as written to Xapian and to us; the others find its inflections too.
bool is_compared(const Question& question, const TimedAnswer& ours, bool has_same_stemmer) {
    return !ours.is_wider && (has_same_stemmer || question.join != Join::phrase);
}

AnswerCheck check(const SearchResults& results, const std::string& theirs) {
    const auto& our_answers = results.find("palermo", Mode::facets)->answers;
    const auto& their_answers = results.find(theirs, Mode::facets)->answers;
    const bool has_same_stemmer = theirs.starts_with("xapian");
    AnswerCheck made{.theirs = theirs, .least_near = has_same_stemmer ? near_of_same_stemmer : near_of_other_stemmer};
    std::size_t wrong_without_words = 0;
    for (std::size_t i = 0; i < std::min(our_answers.size(), their_answers.size()); ++i) {
        const auto& ours = our_answers[i];
        const auto& other = their_answers[i];
        if (!is_compared(results.questions[i], ours, has_same_stemmer) || !ours.total || !other.total) continue;
        const bool has_same_counts = ours.counts_hash == other.counts_hash;
        ++made.compared;
        made.same_hits += share_of_ids(ours.ids, other.ids);
        if (is_near(*ours.total, *other.total)) ++made.near_total;
        if (ours.total == other.total) ++made.same_total;
        if (ours.total == other.total && has_same_counts) ++made.same_counts;
        if (results.questions[i].join == Join::none && !has_same_counts) ++wrong_without_words;
    }
    if (made.compared > 0) made.same_hits /= static_cast<double>(made.compared);
    if (share(made.near_total, made.compared) < made.least_near)
        made.wrong.push_back("only " + percent(share(made.near_total, made.compared)) + " of the totals are near ours, " +
                             percent(made.least_near) + " should be");
    if (has_same_stemmer && share(made.same_counts, made.same_total) < same_counts_at_least)
        made.wrong.push_back("of the questions with the same total only " + percent(share(made.same_counts, made.same_total)) +
                             " have the same counts");
    if (wrong_without_words > 0)
        made.wrong.push_back(std::to_string(wrong_without_words) + " questions without words have other counts than ours");
    return made;
}

}  // namespace

std::vector<AnswerCheck> check_answers(const SearchResults& results) {
    std::vector<AnswerCheck> all;
    if (results.find("palermo", Mode::facets) == nullptr) return all;
    for (const auto& one : results.contestants) {
        if (one.contestant.key != "palermo" && results.find(one.contestant.key, Mode::facets) != nullptr)
            all.push_back(check(results, one.contestant.key));
    }
    return all;
}

}  // namespace palermo::bench
