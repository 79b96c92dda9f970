// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/plain_words.hpp"

#include "searchd/search/elision.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace palermo {
namespace {

using Kind = PositionPattern::Kind;

/// Queries have no language of their own. Any will do for the boundaries but for elision.
constexpr std::string_view any_language = "en";

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Two tokens that a hyphen or the like makes one word.
bool are_joined(std::string_view typed, const Token& left, const Token& right) {
    return right.begin > left.end && is_ascii(typed.substr(left.end, right.begin - left.end));
}

PlainWord read_word(std::string_view typed, std::span<const Token> tokens, const layout::TextField& field, TermLookup& lookup,
                    Analyzer& analyzer) {
    const auto& first = tokens.front();
    PlainWord word{.begin = first.begin,
                   .inner_begin = first.begin,
                   .end = tokens.back().end,
                   .child = 0,
                   .word = first.word,
                   .exact = first.exact,
                   .pattern = {}};
    if (tokens.size() > 1) {
        word.pattern.kind = Kind::phrase;
        for (const auto& token : tokens) word.pattern.parts.push_back(lookup.inflected(token.word, field));
        return word;
    }
    word.pattern = lookup.inflected(first.word, field);
    word.inner_begin += elided_article(typed.substr(first.begin, first.end - first.begin), analyzer);
    if (word.inner_begin == word.begin) return word;
    const auto inner = analyzer.analyze(typed.substr(word.inner_begin, word.end - word.inner_begin), any_language);
    if (inner.empty()) return word;
    PositionPattern either{.kind = Kind::any,
                           .terms = {},
                           .postings = {},
                           .written = {},
                           .parts = {std::move(word.pattern), lookup.inflected(inner.front().word, field)}};
    word.pattern = std::move(either);
    return word;
}

}  // namespace

PlainRun read_plain_run(std::span<const query::Node> nodes, const layout::TextField& field, TermLookup& lookup, Analyzer& analyzer) {
    PlainRun run;
    for (std::size_t child = 0; child < nodes.size(); ++child) {
        const auto& typed = std::get<query::Word>(nodes[child].value).text;
        if (!run.text.empty()) run.text += ' ';
        const auto offset = run.text.size();
        run.text += typed;
        const auto tokens = analyzer.analyze(typed, any_language);
        for (std::size_t first = 0; first < tokens.size();) {
            auto behind = first + 1;
            while (behind < tokens.size() && are_joined(typed, tokens[behind - 1], tokens[behind])) ++behind;
            auto word = read_word(typed, std::span(tokens).subspan(first, behind - first), field, lookup, analyzer);
            word.begin += offset;
            word.inner_begin += offset;
            word.end += offset;
            word.child = child;
            run.words.push_back(std::move(word));
            first = behind;
        }
    }
    return run;
}

}  // namespace palermo
