// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/facet.hpp"

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

/// A concept of one of the two vocabularies. One that is no longer used stays in the file for ever, so that what names it can be
/// understood: either another stands for it now, or it is deprecated with none in its place.
struct Concept {
    std::string id;
    std::string broader;               ///< as written; empty for a top concept
    std::string notation;              ///< the article or the section of the digest
    std::vector<ConceptLabel> labels;  ///< at most one a language
    std::vector<LocalText> alternative_labels;
    bool deprecated{};          ///< not for new records
    std::string replaced_by{};  ///< as written: the concept that stands for this one; empty when none does
    bool is_top{};              ///< says skos:topConceptOf
    std::size_t offset{};       ///< the byte of the vocabulary's text where the element starts

    /// Neither deprecated nor replaced: may be given to new records.
    [[nodiscard]] bool is_live() const { return !deprecated && replaced_by.empty(); }
};

/// A SKOS concept scheme as a value: a forest of concepts in the file's order. Immutable, safe to share between threads.
///
/// The tree is that of the concepts that stand for others: a replaced one has no place in it, and what was narrower than it is narrower
/// than its replacement.
class Vocabulary {
public:
    Vocabulary() = default;
    /// Concepts must have distinct ids, known broader and replacing ids and no circle; the reader has checked that.
    Vocabulary(std::string scheme, std::string version, std::vector<Concept> concepts);

    [[nodiscard]] const std::string& scheme() const { return scheme_; }  ///< "legal-concept" or "evidential-issue"
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] std::span<const Concept> concepts() const { return concepts_; }

    /// The concept as the file has it, replaced or not.
    [[nodiscard]] const Concept* find(std::string_view id) const;
    /// The concept that stands for this id today: follows replacements to the end. Null for an unknown id.
    [[nodiscard]] const Concept* resolve(std::string_view id) const;
    /// The concept that stands above this one; null at the top.
    [[nodiscard]] const Concept* above(const Concept& entry) const { return resolve(entry.broader); }
    /// The concepts right below `id`; the top concepts for an empty id. In the file's order.
    [[nodiscard]] std::vector<const Concept*> narrower(std::string_view id) const;
    /// The concept that stands for `id` and all above it, nearest first; empty for an unknown id.
    [[nodiscard]] std::vector<std::string> with_ancestors(std::string_view id) const;
    /// The label in `lang`, else in English, of the concept that stands for `id`; else the id.
    [[nodiscard]] std::string_view label(std::string_view id, std::string_view lang) const;
    /// The id of a live concept with the smallest edit distance, if it is near enough to be a slip of the pen.
    [[nodiscard]] std::optional<std::string> nearest_id(std::string_view id) const;

private:
    std::string scheme_;
    std::string version_;
    std::vector<Concept> concepts_;
    std::unordered_map<std::string, std::size_t> position_;
    std::unordered_map<std::string, std::vector<std::size_t>> narrower_;  ///< by the id above; the top concepts by the empty id
};

/// The two vocabularies of Palermo together.
struct Vocabularies {
    Vocabulary legal_concepts;
    Vocabulary evidential_issues;

    /// That of a facet that is hierarchical.
    [[nodiscard]] const Vocabulary& of(Facet facet) const { return facet == Facet::evidential_issue ? evidential_issues : legal_concepts; }
};

}  // namespace palermo
