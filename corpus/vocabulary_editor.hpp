// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"

#include <functional>
#include <string>
#include <vector>

namespace palermo {

/// What a new concept says.
struct NewConcept {
    std::string id;
    std::string broader;  ///< empty: at the top
    std::string notation;
    std::vector<ConceptLabel> labels;
    std::vector<LocalText> alternative_labels;
};

/// Changes a vocabulary's text where it must and leaves every other byte alone. Each change is read again before it counts: one that would
/// leave a vocabulary that cannot be read is refused, and nothing is changed. Errors carry a mend.
class VocabularyEditor {
public:
    /// The text must be a vocabulary without faults.
    [[nodiscard]] static Result<VocabularyEditor> open(SourceText source);

    [[nodiscard]] const SourceText& source() const { return source_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

    /// Behind the last concept below the broader one.
    [[nodiscard]] Result<void> add(const NewConcept& wanted);
    /// Gives a concept another label, or one in a language that had none; `keep_old` makes the old one an alternative.
    [[nodiscard]] Result<void> relabel(const std::string& id, const ConceptLabel& label, bool keep_old);
    [[nodiscard]] Result<void> add_alternative(const std::string& id, const LocalText& label);
    /// The concept under another id; the old id stays and is replaced by it.
    [[nodiscard]] Result<void> rename(const std::string& id, const std::string& new_id);
    /// From now on `into` stands for `id`, and what is below `id` is below `into`.
    [[nodiscard]] Result<void> merge(const std::string& id, const std::string& into);
    [[nodiscard]] Result<void> deprecate(const std::string& id);
    /// Takes back merge or deprecate.
    [[nodiscard]] Result<void> restore(const std::string& id);
    /// An empty `broader` is the top.
    [[nodiscard]] Result<void> move(const std::string& id, const std::string& broader);
    [[nodiscard]] Result<void> set_version(const std::string& version);

private:
    VocabularyEditor(SourceText source, Vocabulary vocabulary, std::size_t version_offset);

    [[nodiscard]] Result<const Concept*> known(const std::string& id) const;
    [[nodiscard]] Result<const Concept*> live(const std::string& id) const;
    [[nodiscard]] Result<void> check_new_id(const std::string& id) const;
    [[nodiscard]] Diagnostic refuse(const Concept& entry, std::string message, std::string mend) const;
    /// Takes the text over if it can be read and `is_done` finds in it what was meant.
    [[nodiscard]] Result<void> take(std::string text, const std::function<bool(const Vocabulary&)>& is_done);
    /// The text with `id` replaced by `into`, and what was below it below `into`.
    [[nodiscard]] std::string with_replaced(const Concept& entry, const std::string& into) const;

    SourceText source_;
    Vocabulary vocabulary_;
    std::size_t version_offset_;
};

}  // namespace palermo
