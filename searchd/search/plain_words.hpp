// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/term_lookup.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// One word that a plain query asks for. Bytes are of the run's text.
struct PlainWord {
    std::size_t begin = 0;
    std::size_t inner_begin = 0;  ///< behind an elided article ("l'"), where French and Italian begin the word; else `begin`
    std::size_t end = 0;
    std::size_t child = 0;  ///< which of the run's nodes it was typed in
    std::string word;       ///< folded; of several typed as one ("2-13-CR") the first
    std::string exact;      ///< with its accents; empty when it has none
    PositionPattern pattern;
};

/// Neighbouring plain words of a query, read together: names, citations and labels of concepts go over several of them.
struct PlainRun {
    std::string text;  ///< the words as typed, one space between two
    std::vector<PlainWord> words;
};

/// `nodes` must be query::Word without a star. What is typed without a space is one word when its parts are joined by a hyphen, a slash or
/// the like, to be found as a phrase; and as many words as there are where the script has no spaces.
[[nodiscard]] PlainRun read_plain_run(std::span<const query::Node> nodes, const layout::TextField& field, TermLookup& lookup,
                                      Analyzer& analyzer);

}  // namespace palermo
