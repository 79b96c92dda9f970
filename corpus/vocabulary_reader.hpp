// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"

#include <filesystem>

namespace palermo {

/// The file names of the two vocabularies in schemas/ (and the schemes they hold).
inline constexpr std::string_view legal_concepts_file = "legal-concepts.rdf";
inline constexpr std::string_view evidential_issues_file = "evidential-issues.rdf";

/// SKOS in RDF/XML, flat: one skos:ConceptScheme and one skos:Concept after another. Refuses ids that repeat, a broader concept that is not
/// there, circles, a concept without an English label, and the reserved id "not-recorded".
[[nodiscard]] Result<Vocabulary> read_vocabulary(const SourceText& source);

/// Both vocabularies of a directory.
[[nodiscard]] Result<Vocabularies> read_vocabularies(const std::filesystem::path& directory);

}  // namespace palermo
