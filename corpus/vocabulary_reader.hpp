// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// The file names of the two vocabularies in schemas/, and the schemes they hold.
inline constexpr std::string_view legal_concepts_file = "legal-concepts.rdf";
inline constexpr std::string_view evidential_issues_file = "evidential-issues.rdf";
inline constexpr std::string_view legal_concepts_scheme = "legal-concept";
inline constexpr std::string_view evidential_issues_scheme = "evidential-issue";

/// Its name in schemas/; empty for a scheme that is neither.
[[nodiscard]] std::string_view vocabulary_file(std::string_view scheme);

/// Everything a file says, and everything for which it must be refused.
struct VocabularyReading {
    std::string scheme;
    std::string version;
    std::size_t version_offset = 0;  ///< of owl:versionInfo, or of what lacks it
    std::vector<Concept> concepts;   ///< as far as they could be read
    Diagnostics findings;            ///< in the order of the text; without errors it can be made a Vocabulary
};

/// SKOS in RDF/XML, flat: one skos:ConceptScheme and one skos:Concept after another. Finds fault with ids that repeat, a broader or a
/// replacing concept that is not there, circles of either, a concept without an English label, and the reserved id "not-recorded"; warns
/// of what it passes over.
/// `other`, if known: the other vocabulary, in which a missing concept may be.
[[nodiscard]] VocabularyReading examine_vocabulary(const SourceText& source, const Vocabulary* other = nullptr);

/// The vocabulary, or the first fault.
[[nodiscard]] Result<Vocabulary> read_vocabulary(const SourceText& source);

/// Both vocabularies of a directory.
[[nodiscard]] Result<Vocabularies> read_vocabularies(const std::filesystem::path& directory);

}  // namespace palermo
