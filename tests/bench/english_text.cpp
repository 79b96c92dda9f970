// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/english_text.hpp"

namespace palermo::bench {
namespace {

/// The words before this rank are those that every text has, and need no help to come again.
constexpr std::size_t first_of_content = 60;
/// Names come again more than words: a case is about the same people all along.
constexpr double name_again = 0.75;

}  // namespace

const std::string& EnglishText::word() {
    const bool again = again_ > 0 && !used_words_.empty() && random_.chance(again_);
    const auto rank = again ? random_.one_of(used_words_) : lexicon_.rank(random_);
    if (again_ > 0 && rank >= first_of_content) used_words_.push_back(rank);
    return lexicon_.word(rank);
}

std::string EnglishText::name() {
    if (again_ > 0 && !used_names_.empty() && random_.chance(name_again)) return random_.one_of(used_names_);
    auto made = lexicon_.name(random_);
    if (again_ > 0) used_names_.push_back(made);
    return made;
}

std::string EnglishText::number() { return std::to_string(1 + random_.below(random_.chance(0.5) ? 30 : 999)); }

std::string EnglishText::citation() {
    switch (random_.below(4)) {
        case 0: {
            const auto party = name();
            const auto year = std::to_string(random_.between(1980, 2024));
            return "R. v. " + party + " [" + year + "] EWCA Crim " + number();
        }
        case 1: {
            const auto article = number();
            return "Art. " + article + "(" + std::to_string(random_.between(1, 9)) + ")";
        }
        case 2: {
            const auto first = number();
            return "No. " + first + "/" + number();
        }
        default: {
            const auto initial = static_cast<char>('A' + random_.below(26));
            return std::string("Mr. ") + initial + ". " + name();
        }
    }
}

/// What stands between two blanks: mostly a word.
void EnglishText::add_piece(std::string& text) {
    const auto kind = random_.share();
    if (kind < 0.92) {
        text += word();
    } else if (kind < 0.95) {
        text += name();
    } else if (kind < 0.965) {
        text += number();
    } else if (kind < 0.975) {
        text += word() + "-";
        text += word();
    } else if (kind < 0.982) {
        text += word() + "\u2019s";
    } else if (kind < 0.987) {
        text += "\u201C" + phrase(2) + "\u201D";
    } else if (kind < 0.99) {
        text += "\u2013 " + word();
    } else if (kind < 0.993) {
        text += "(" + phrase(2) + ")";
    } else {
        text += citation();
    }
}

void EnglishText::add_sentence(std::string& text) {
    text += capitalized(word());
    for (auto left = random_.between(6, 35); left > 0; --left) {
        text += random_.chance(0.07) ? ", " : " ";
        add_piece(text);
    }
    text += random_.chance(0.02) ? '?' : '.';
}

std::string EnglishText::next(std::size_t bytes, double break_likelihood) {
    std::string text;
    add_sentence(text);
    while (text.size() < bytes) {
        text += random_.chance(break_likelihood) ? '\n' : ' ';
        add_sentence(text);
    }
    return text;
}

std::string EnglishText::phrase(std::size_t words) {
    std::string text;
    for (; words > 0; --words) {
        text += word();
        if (words > 1) text += ' ';
    }
    return text;
}

}  // namespace palermo::bench
