// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/lexicon.hpp"
#include "tests/bench/random.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palermo::bench {

/// Made-up English as courts write it: sentences and paragraphs of the lexicon's words with names, numbers, citations, curly quotes and
/// dashes. The same seed and lexicon give the same text on every machine.
class EnglishText {
public:
    /// `again`: how likely a word or name is one that this writer has used before, the often used rather than others, as the words of one
    /// case are. The lexicon has to live as long.
    EnglishText(const Lexicon& lexicon, std::uint64_t seed, double again = 0) : lexicon_(lexicon), random_(seed), again_(again) {}

    /// The next text, of at least `bytes` and at most one sentence more. `break_likelihood`: of a new line behind a sentence.
    [[nodiscard]] std::string next(std::size_t bytes, double break_likelihood = 0.2);

    /// A few words without a sentence's marks.
    [[nodiscard]] std::string phrase(std::size_t words);
    [[nodiscard]] std::string name();

private:
    const std::string& word();
    std::string number();
    std::string citation();
    void add_piece(std::string& text);
    void add_sentence(std::string& text);

    const Lexicon& lexicon_;
    Random random_;
    double again_;
    std::vector<std::size_t> used_words_;  ///< ranks, once for each use
    std::vector<std::string> used_names_;
};

}  // namespace palermo::bench
