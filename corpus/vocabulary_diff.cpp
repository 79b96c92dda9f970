// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_diff.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palermo {
namespace {

const std::string* text_in(const Concept& entry, const std::string& lang) {
    const auto found = std::ranges::find(entry.labels, lang, [](const ConceptLabel& label) { return label.label.lang; });
    return found == entry.labels.end() ? nullptr : &found->label.text;
}

std::vector<LabelChange> label_changes(const Concept& before, const Concept& after) {
    std::vector<LabelChange> changes;
    for (const auto& [label, status] : after.labels) {
        const auto* old = text_in(before, label.lang);
        if (old == nullptr || *old != label.text)
            changes.push_back({.lang = label.lang, .before = old == nullptr ? std::string() : *old, .after = label.text});
    }
    for (const auto& [label, status] : before.labels) {
        if (text_in(after, label.lang) == nullptr) changes.push_back({.lang = label.lang, .before = label.text, .after = {}});
    }
    return changes;
}

/// Those of `all` that `others` lack.
std::vector<LocalText> missing_in(const std::vector<LocalText>& others, const std::vector<LocalText>& all) {
    std::vector<LocalText> missing;
    std::ranges::copy_if(all, std::back_inserter(missing),
                         [&](const LocalText& text) { return std::ranges::find(others, text) == others.end(); });
    return missing;
}

std::string id_or_empty(const Concept* entry) { return entry == nullptr ? std::string() : entry->id; }

class Comparison {
public:
    Comparison(const Vocabulary& before, const Vocabulary& after) : before_(before), after_(after) {
        diff_.old_version = before.version();
        diff_.new_version = after.version();
    }

    VocabularyDiff run() {
        for (const auto& entry : after_.concepts()) {
            if (const auto* old = before_.find(entry.id))
                compare(*old, entry);
            else
                diff_.added.push_back(entry.id);
        }
        for (const auto& entry : before_.concepts()) {
            if (after_.find(entry.id) == nullptr) diff_.removed.push_back(entry.id);
        }
        return std::move(diff_);
    }

private:
    void compare(const Concept& old, const Concept& now) {
        compare_use(old, now);
        if (now.replaced_by.empty()) compare_place(old, now);
        if (old.notation != now.notation) diff_.renumbered.push_back(now.id);
        Relabelled words{.id = now.id,
                         .labels = label_changes(old, now),
                         .more_alternatives = missing_in(old.alternative_labels, now.alternative_labels),
                         .fewer_alternatives = missing_in(now.alternative_labels, old.alternative_labels)};
        if (!words.labels.empty() || !words.more_alternatives.empty() || !words.fewer_alternatives.empty())
            diff_.relabelled.push_back(std::move(words));
    }

    void compare_use(const Concept& old, const Concept& now) {
        if (now.is_live()) {
            if (!old.is_live()) diff_.restored.push_back(now.id);
        } else if (now.replaced_by.empty()) {
            if (old.is_live() || !old.replaced_by.empty()) diff_.deprecated.push_back(now.id);
        } else if (const auto& into = after_.resolve(now.id)->id; old.replaced_by.empty() || before_.resolve(old.id)->id != into) {
            diff_.merged.push_back({.id = now.id, .into = into});
        }
    }

    /// What the old parent is called today is no move.
    void compare_place(const Concept& old, const Concept& now) {
        const auto from = id_or_empty(before_.above(old));
        const auto from_today = after_.find(from) == nullptr ? from : after_.resolve(from)->id;
        const auto to = id_or_empty(after_.above(now));
        if (from_today != to) diff_.moved.push_back({.id = now.id, .from = from, .to = to});
    }

    const Vocabulary& before_;
    const Vocabulary& after_;
    VocabularyDiff diff_;
};

}  // namespace

VocabularyDiff diff_vocabularies(const Vocabulary& before, const Vocabulary& after) { return Comparison(before, after).run(); }

}  // namespace palermo
