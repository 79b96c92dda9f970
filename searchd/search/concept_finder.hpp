// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/analysis/analyzer.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palermo {

/// A concept that words of a query are the name of.
struct NamedConcept {
    Facet facet{};  ///< evidential_issue or legal_concept
    std::string id;
    bool is_preferred = false;  ///< by its label, not only an alternative one

    friend bool operator==(const NamedConcept&, const NamedConcept&) = default;
};

/// A stretch of a text, bytes [begin, end), that is a label of concepts.
struct LabelMatch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t words = 0;
    std::vector<NamedConcept> concepts;
};

/// A label as it is looked for in texts: the words of one language.
struct LabelText {
    std::string lang;
    std::string text;
};

/// All labels and alternative labels of both vocabularies, to be recognised in a query whatever its language and inflection. What a label
/// says in brackets ("(as circumstance)") need not be typed.
class ConceptFinder {
public:
    ConceptFinder(const Vocabularies& vocabularies, Analyzer& analyzer);

    /// The longest labels in the text, from the left, none overlapping another. Where a stretch is the label of one concept and an
    /// alternative label of another, the label counts.
    [[nodiscard]] std::vector<LabelMatch> find(std::string_view text, Analyzer& analyzer) const;

    /// The preferred labels of a concept in all languages: how texts that nobody catalogued may say it.
    [[nodiscard]] const std::vector<LabelText>& labels_of(const NamedConcept& found) const;

private:
    /// Labels of one language by their stems with spaces between.
    struct LanguageLabels {
        std::unordered_map<std::string, std::vector<NamedConcept>> by_stems;
        std::size_t longest = 0;  ///< words of the longest label
    };

    void add(const Vocabulary& vocabulary, Facet facet, Analyzer& analyzer);
    void add_label(const LocalText& label, const NamedConcept& named, Analyzer& analyzer);
    [[nodiscard]] static std::vector<LabelMatch> find_in(std::string_view text, const std::string& lang, const LanguageLabels& labels,
                                                         Analyzer& analyzer);

    std::map<std::string, LanguageLabels> languages_;
    std::map<std::pair<Facet, std::string>, std::vector<LabelText>> preferred_;
};

}  // namespace palermo
