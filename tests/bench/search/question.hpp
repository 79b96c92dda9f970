// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

enum class QuestionKind {
    known_item,   ///< several words of one record: the best match of any of them
    term,         ///< a common word
    both,         ///< two words of one record, both wanted
    any_of_five,  ///< five words, any of them
    phrase,       ///< two or three words that stand together in a record
    filtered,     ///< one or two words, and one or two facet values
    broad,        ///< a word or two that a third of all records have
    filter_only,  ///< one or two facet values
    everything,   ///< all records
};
inline constexpr std::array all_question_kinds{QuestionKind::known_item,  QuestionKind::term,        QuestionKind::both,
                                               QuestionKind::any_of_five, QuestionKind::phrase,      QuestionKind::filtered,
                                               QuestionKind::broad,       QuestionKind::filter_only, QuestionKind::everything};

[[nodiscard]] std::string_view name_of(QuestionKind kind);

/// What is asked of the words.
enum class Join { none, all, any, phrase };

/// A facet by its name in flat records (flat_record.hpp), and one of its values.
struct FacetChoice {
    std::string facet;
    std::string value;
};

/// One question, for every engine to put in its own language. Without words the newest records come first, otherwise the most relevant.
/// The counts of a facet leave out its own choice (drill-sideways).
struct Question {
    QuestionKind kind = QuestionKind::term;
    Join join = Join::none;
    std::vector<std::string> words;  ///< ASCII letters in lower case
    std::vector<FacetChoice> choices;
};

/// One question a line: kind, join, words, facet=value, with tabs between, and blanks between words.
void write_questions(const std::vector<Question>& questions, const std::filesystem::path& file);
/// Throws when the file is none.
[[nodiscard]] std::vector<Question> read_questions(const std::filesystem::path& file);

/// The words with something between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view between);

}  // namespace palermo::bench
