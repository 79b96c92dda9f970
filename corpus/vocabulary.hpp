// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palermo {

struct ConceptLabel {
    LocalText label;
    std::string status;  ///< treaty-text, checked, ours, unchecked
};

/// A concept of one of the two vocabularies.
struct Concept {
    std::string id;
    std::string broader;               ///< empty for a top concept
    std::string notation;              ///< the article or the section of the digest
    std::vector<ConceptLabel> labels;  ///< at most one a language
    std::vector<LocalText> alternative_labels;
};

/// A SKOS concept scheme as a value: a forest of concepts in the file's order. Immutable, safe to share between threads.
class Vocabulary {
public:
    Vocabulary() = default;
    /// Concepts must have distinct ids, known broader ids and no circle; the reader has checked that.
    Vocabulary(std::string scheme, std::string version, std::vector<Concept> concepts);

    [[nodiscard]] const std::string& scheme() const { return scheme_; }  ///< "legal-concept" or "evidential-issue"
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] std::span<const Concept> concepts() const { return concepts_; }

    [[nodiscard]] const Concept* find(std::string_view id) const;
    /// The concepts whose broader is `id`; the top concepts for an empty id. In the file's order.
    [[nodiscard]] std::vector<const Concept*> narrower(std::string_view id) const;
    /// The concept itself and all above it, nearest first; empty for an unknown id.
    [[nodiscard]] std::vector<std::string> with_ancestors(std::string_view id) const;
    /// The label in `lang`, else in English, else the id.
    [[nodiscard]] std::string_view label(std::string_view id, std::string_view lang) const;
    /// The id with the smallest edit distance, if it is near enough to be a slip of the pen.
    [[nodiscard]] std::optional<std::string> nearest_id(std::string_view id) const;

private:
    std::string scheme_;
    std::string version_;
    std::vector<Concept> concepts_;
    std::unordered_map<std::string, std::size_t> position_;
};

/// The two vocabularies of Palermo together.
struct Vocabularies {
    Vocabulary legal_concepts;
    Vocabulary evidential_issues;
};

}  // namespace palermo
