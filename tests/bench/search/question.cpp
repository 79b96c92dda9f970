// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/question.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

constexpr std::array<std::string_view, 4> join_names{"none", "all", "any", "phrase"};

std::string_view name_of(Join join) { return join_names[static_cast<std::size_t>(join)]; }

QuestionKind kind_named(std::string_view name) {
    for (const auto kind : all_question_kinds) {
        if (name == name_of(kind)) return kind;
    }
    throw std::runtime_error("There is no kind of question \"" + std::string(name) + "\".");
}

Join join_named(std::string_view name) {
    for (const auto join : {Join::none, Join::all, Join::any, Join::phrase}) {
        if (name == name_of(join)) return join;
    }
    throw std::runtime_error("Words are not joined by \"" + std::string(name) + "\".");
}

std::vector<std::string> blank_separated(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; in >> part;) parts.push_back(std::move(part));
    return parts;
}

Question read_question(const std::string& line) {
    std::istringstream in(line);
    std::string kind;
    std::string join;
    std::string words;
    std::string choices;
    std::getline(in, kind, '\t');
    std::getline(in, join, '\t');
    std::getline(in, words, '\t');
    std::getline(in, choices, '\t');
    Question question{.kind = kind_named(kind), .join = join_named(join), .words = blank_separated(words), .choices = {}};
    for (const auto& choice : blank_separated(choices)) {
        const auto equals = choice.find('=');
        question.choices.push_back({choice.substr(0, equals), choice.substr(equals + 1)});
    }
    return question;
}

}  // namespace

std::string_view name_of(QuestionKind kind) {
    static constexpr std::array<std::string_view, all_question_kinds.size()> names{
        "known-item", "term", "and", "or5", "phrase", "filtered", "broad", "filter-only", "everything"};
    return names[static_cast<std::size_t>(kind)];
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? std::string_view() : between).append(word);
    return text;
}

void write_questions(const std::vector<Question>& questions, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    for (const auto& question : questions) {
        out << name_of(question.kind) << '\t' << name_of(question.join) << '\t' << joined(question.words, " ") << '\t';
        for (const auto& choice : question.choices) out << choice.facet << '=' << choice.value << ' ';
        out << '\n';
    }
    if (!out.flush()) throw std::runtime_error("Cannot write " + file.string() + ".");
}

std::vector<Question> read_questions(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<Question> questions;
    for (std::string line; std::getline(in, line);) questions.push_back(read_question(line));
    if (questions.empty()) throw std::runtime_error(file.string() + " holds no questions.");
    return questions;
}

}  // namespace palermo::bench
