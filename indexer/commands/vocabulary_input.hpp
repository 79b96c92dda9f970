// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary_reader.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palermo::commands {

/// A vocabulary that a librarian gave, with all that there is to say about it.
struct GivenVocabulary {
    SourceText source;
    std::string scheme;
    Diagnostics findings;                  ///< faults and what should be better, in the order of the text
    std::optional<Vocabulary> vocabulary;  ///< none when it has faults
    std::optional<Vocabulary> installed;   ///< the one of that scheme in --schemas; none when it is this very file

    [[nodiscard]] Facet facet() const { return *facet_named(scheme); }  ///< of a vocabulary without errors
};

/// Reads a file that is meant to be a vocabulary.
[[nodiscard]] Result<SourceText> open_vocabulary(const std::filesystem::path& file);

/// Reads `file` and checks it against the installed vocabularies and against `predecessor`, if there is one.
[[nodiscard]] Result<GivenVocabulary> read_given(const std::filesystem::path& file, const std::filesystem::path& schemas,
                                                 const Vocabularies* live = nullptr);

/// A mark of UTF-8 may stand before the text; in another encoding the file could not be written back.
[[nodiscard]] std::optional<Diagnostic> refuse_other_encoding(const std::filesystem::path& file, const SourceText& source);

/// "12 concepts: 1 error, 2 warnings, 5 notes." or "12 concepts, in order."
[[nodiscard]] std::string summary_of(const GivenVocabulary& given);

}  // namespace palermo::commands
