// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/analyzer_contestants.hpp"

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/layout.hpp"

#include <xapian.h>

#include <array>

namespace palermo::bench {
namespace {

constexpr std::string_view lang = "en";

std::size_t term_generator(std::span<const std::string> texts) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem(std::string(lang)));
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    std::size_t terms = 0;
    for (const auto& text : texts) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(text);
        terms += document.termlist_count();
    }
    return terms;
}

std::size_t tokens_only(std::span<const std::string> texts) {
    Analyzer analyzer;
    std::size_t tokens = 0;
    for (const auto& text : texts) tokens += analyzer.analyze(text, lang).size();
    return tokens;
}

std::size_t tokens_and_sentences(std::span<const std::string> texts) {
    Analyzer analyzer;
    std::size_t found = 0;
    for (const auto& text : texts) {
        const auto tokens = analyzer.analyze(text, lang);
        const std::vector<TokenPlace> places(tokens.begin(), tokens.end());
        found += tokens.size() + analyzer.sentence_starts(text, places).size();
    }
    return found;
}

/// The terms that a load makes of a paragraph; see document_builder.cpp.
Xapian::Document document_of(const std::string& text, Analyzer& analyzer) {
    Xapian::Document document;
    analyzer.for_each_token(text, lang, 1, [&](const WordForms& forms, const TokenPlace&) {
        document.add_term(layout::stem_term(layout::body, forms.stem.empty() ? forms.word : forms.stem));
        if (!forms.exact.empty())
            document.add_boolean_term(layout::make_term(layout::accented_prefix, forms.word + layout::accent_separator + forms.exact));
    });
    return document;
}

std::size_t documents(std::span<const std::string> texts) {
    Analyzer analyzer;
    std::size_t terms = 0;
    for (const auto& text : texts) terms += document_of(text, analyzer).termlist_count();
    return terms;
}

}  // namespace

std::span<const Contestant> analyzer_contestants() {
    static const std::array<Contestant, 4> all{{{"xapian_term_generator", "Xapian::TermGenerator, STEM_SOME: a Document", term_generator},
                                                {"analyze", "Analyzer::analyze: tokens, no Document", tokens_only},
                                                {"analyze_and_sentences", "the same and sentence_starts", tokens_and_sentences},
                                                {"analyze_and_document", "for_each_token and our terms: a Document", documents}}};
    return all;
}

}  // namespace palermo::bench
