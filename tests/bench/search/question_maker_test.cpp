// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/question_maker.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <fstream>
#include <map>
#include <sstream>

namespace palermo::bench {
namespace {

/// Records with words of every commonness: word number n stands in every (n + 1)th record.
std::string flat_records(std::size_t count) {
    std::ostringstream out;
    for (std::size_t record = 0; record < count; ++record) {
        out << "id=r-" << record << "\np=";
        for (std::size_t word = 0; word < 200; ++word) {
            if ((record + word) % (word + 1) == 0)
                out << "word" << static_cast<char>('a' + word / 20) << static_cast<char>('a' + word % 20) << ' ';
        }
        out << "\noutcome=" << (record % 3 == 0 ? "convicted" : "acquitted") << "\nyear=" << 2000 + record % 20 << "\n\n";
    }
    return out.str();
}

class FlatFile {
public:
    explicit FlatFile(std::size_t count) : path_(directory_.write("records.flat", flat_records(count))) {}
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    test::TempDirectory directory_;
    std::filesystem::path path_;
};

std::string text_of(const std::vector<Question>& questions) {
    const test::TempDirectory directory;
    const auto file = directory.path() / "questions";
    write_questions(questions, file);
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("The same records and seed give the same questions, another seed gives others") {
    const FlatFile records(2'000);
    const auto questions = text_of(make_questions(records.path(), 100, 5));
    CHECK(questions == text_of(make_questions(records.path(), 100, 5)));
    CHECK(questions != text_of(make_questions(records.path(), 100, 6)));
}

TEST_CASE("Each kind of question has its share, and all kinds are among the first questions") {
    const FlatFile records(2'000);
    const auto questions = make_questions(records.path(), most_questions, 5);
    REQUIRE(questions.size() == 600);
    std::map<QuestionKind, std::size_t> counts;
    std::map<QuestionKind, std::size_t> among_the_first;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        ++counts[questions[i].kind];
        if (i < 60) ++among_the_first[questions[i].kind];
    }
    CHECK(counts[QuestionKind::known_item] == 100);
    CHECK(counts[QuestionKind::filter_only] == 30);
    CHECK(counts[QuestionKind::everything] == 10);
    CHECK(among_the_first.size() == all_question_kinds.size());
}

TEST_CASE("Questions are what their kind says") {
    const FlatFile records(2'000);
    for (const auto& question : make_questions(records.path(), most_questions, 5)) {
        const auto words = question.words.size();
        INFO(name_of(question.kind) << ": " << joined(question.words, " "));
        switch (question.kind) {
            case QuestionKind::known_item: CHECK((words == 8 && question.join == Join::any)); break;
            case QuestionKind::term: CHECK((words == 1 && question.choices.empty())); break;
            case QuestionKind::both: CHECK((words == 2 && question.join == Join::all)); break;
            case QuestionKind::any_of_five: CHECK((words == 5 && question.join == Join::any)); break;
            case QuestionKind::phrase: CHECK((words >= 2 && question.join == Join::phrase)); break;
            case QuestionKind::filtered: CHECK((words >= 1 && !question.choices.empty())); break;
            case QuestionKind::broad: CHECK((words >= 1 && question.choices.empty())); break;
            case QuestionKind::filter_only: CHECK((words == 0 && !question.choices.empty() && question.join == Join::none)); break;
            case QuestionKind::everything: CHECK((words == 0 && question.choices.empty())); break;
        }
    }
}

TEST_CASE("Questions that were written are read as they were") {
    const test::TempDirectory directory;
    const auto file = directory.path() / "questions";
    write_questions({{.kind = QuestionKind::filtered,
                      .join = Join::all,
                      .words = {"debt", "passport"},
                      .choices = {{"outcome", "convicted"}, {"year", "2010"}}},
                     {.kind = QuestionKind::everything, .join = Join::none, .words = {}, .choices = {}}},
                    file);
    const auto read = read_questions(file);
    REQUIRE(read.size() == 2);
    CHECK(read[0].kind == QuestionKind::filtered);
    CHECK(read[0].words == std::vector<std::string>{"debt", "passport"});
    REQUIRE(read[0].choices.size() == 2);
    CHECK(read[0].choices[1].facet == "year");
    CHECK(read[0].choices[1].value == "2010");
    CHECK(read[1].kind == QuestionKind::everything);
    CHECK(read[1].words.empty());
}

}  // namespace palermo::bench
