// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/question_maker.hpp"

#include "corpus/facet.hpp"
#include "tests/bench/flat_record.hpp"
#include "tests/bench/random.hpp"
#include "tests/bench/search/word_census.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace palermo::bench {
namespace {

/// How many of most_questions each kind gets, in the order of all_question_kinds.
constexpr std::array<std::size_t, all_question_kinds.size()> shares{100, 90, 100, 90, 70, 80, 30, 30, 10};

/// The share of all records that have a word, from and to.
struct Commonness {
    double from = 0;
    double to = 1;
};
constexpr Commonness rare{0, 0.1};
constexpr Commonness usual{0.005, 0.3};
constexpr Commonness common{0.01, 0.3};
constexpr Commonness very_common{0.33, 1};
/// No phrase is of words like "of the" alone.
constexpr double telling = 0.3;

constexpr std::size_t words_of_known_item = 8;
constexpr int most_tries = 10'000;

class QuestionMaker {
public:
    QuestionMaker(const WordCensus& census, std::uint64_t seed) : census_(census), random_(seed) {}

    Question make(QuestionKind kind) {
        for (int tries = 0; tries < most_tries; ++tries) {
            record_ = &random_.one_of(census_.samples);
            Question question{.kind = kind, .join = Join::none, .words = {}, .choices = {}};
            if (fill(question)) return question;
        }
        throw std::runtime_error("The records have no words for a question of the kind " + std::string(name_of(kind)) + ".");
    }

private:
    bool fill(Question& question) {
        switch (question.kind) {
            case QuestionKind::known_item: return join(question, Join::any, words(words_of_known_item, rare));
            case QuestionKind::term: return join(question, Join::all, words(1, common));
            case QuestionKind::both: return join(question, Join::all, words(2, usual));
            case QuestionKind::any_of_five: return join(question, Join::any, words_of_five_records());
            case QuestionKind::phrase: return join(question, Join::phrase, neighbours(random_.chance(0.7) ? 2 : 3));
            case QuestionKind::filtered: return join(question, Join::all, words(random_.between(1, 2), usual)) && choose(question);
            case QuestionKind::broad: return join(question, Join::all, words(random_.between(1, 2), very_common));
            case QuestionKind::filter_only: return choose(question);
            case QuestionKind::everything: return true;
        }
        return false;
    }

    static bool join(Question& question, Join how, std::vector<std::string> words) {
        question.join = how;
        question.words = std::move(words);
        return !question.words.empty();
    }

    bool is(const std::string& word, Commonness commonness) const {
        const auto share = census_.share_of(word);
        return word.size() >= 3 && share >= commonness.from && share < commonness.to && census_.is_clear(word);
    }

    /// Different words of the record; none when it has not that many.
    std::vector<std::string> words(std::size_t count, Commonness commonness) {
        std::vector<std::string> fit;
        for (const auto& word : record_->distinct_words()) {
            if (is(word, commonness)) fit.push_back(word);
        }
        if (fit.size() < count) return {};
        for (std::size_t i = 0; i < count; ++i) std::swap(fit[i], fit[random_.between(i, fit.size() - 1)]);
        fit.resize(count);
        return fit;
    }

    std::vector<std::string> words_of_five_records() {
        std::vector<std::string> all;
        for (int tries = 0; tries < most_tries && all.size() < 5; ++tries) {
            const auto one = words(1, usual);
            if (!one.empty() && std::ranges::find(all, one.front()) == all.end()) all.push_back(one.front());
            record_ = &random_.one_of(census_.samples);
        }
        return all;
    }

    std::vector<std::string> neighbours(std::size_t count) {
        const auto& run = random_.one_of(record_->runs);
        if (run.size() < count) return {};
        const auto first = run.begin() + static_cast<std::ptrdiff_t>(random_.below(run.size() - count + 1));
        std::vector<std::string> found(first, first + static_cast<std::ptrdiff_t>(count));
        const bool is_telling = std::ranges::any_of(found, [this](const auto& word) { return census_.share_of(word) < telling; });
        const bool are_clear = std::ranges::all_of(found, [this](const auto& word) { return census_.is_clear(word); });
        return is_telling && are_clear ? found : std::vector<std::string>();
    }

    bool choose(Question& question) {
        for (auto left = random_.between(1, 2); left > 0; --left) {
            const auto& choice = random_.one_of(record_->choices);
            const auto is_same = [&](const FacetChoice& other) { return other.facet == choice.facet; };
            if (std::ranges::none_of(question.choices, is_same)) question.choices.push_back(choice);
        }
        return true;
    }

    const WordCensus& census_;
    Random random_;
    const SampleRecord* record_ = nullptr;
};

/// The kind that is furthest behind its share after `made` questions.
std::size_t next_kind(const std::array<std::size_t, shares.size()>& given, std::size_t made) {
    const auto behind = [&](std::size_t kind) {
        return static_cast<double>(shares[kind] * (made + 1)) / most_questions - static_cast<double>(given[kind]);
    };
    std::size_t next = 0;
    for (std::size_t kind = 1; kind < shares.size(); ++kind) {
        if (behind(kind) > behind(next)) next = kind;
    }
    return next;
}

}  // namespace

std::vector<Question> make_questions(const std::filesystem::path& flat_file, std::size_t count, std::uint64_t seed) {
    const auto census = take_census(flat_file, seed);
    QuestionMaker maker(census, seed_of(seed, 1));
    std::array<std::size_t, shares.size()> given{};
    std::vector<Question> questions;
    while (questions.size() < count) {
        const auto kind = next_kind(given, questions.size());
        ++given[kind];
        questions.push_back(maker.make(all_question_kinds[kind]));
    }
    return questions;
}

}  // namespace palermo::bench
