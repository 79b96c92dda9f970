// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_lint.hpp"

#include "corpus/label_languages.hpp"
#include "corpus/vocabulary_diff.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace palermo {
namespace {

std::string folded(const std::string& text) {
    std::string utf8;
    return icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(utf8);
}

class Lint {
public:
    Lint(const VocabularyReading& reading, const SourceText& source) : reading_(reading), source_(source) {
        for (const auto& entry : reading.concepts) by_id_.emplace(entry.id, &entry);
    }

    void check_alone() {
        if (vocabulary_file(reading_.scheme).empty())
            report(Severity::error, reading_.version_offset, "The scheme \"" + reading_.scheme + "\" is none of the two that there are.",
                   "Write legal-concept or evidential-issue as dct:identifier.");
        if (reading_.version.empty())
            report(Severity::error, reading_.version_offset, "The vocabulary says no version.",
                   "Add <owl:versionInfo>, such as the day of the change.");
        for (const auto& entry : reading_.concepts) {
            check_id(entry);
            if (!entry.is_live()) {
                check_outdated(entry);
                continue;
            }
            check_place(entry);
            check_languages(entry);
        }
        check_shared_labels();
    }

    void check_against(const Vocabulary& predecessor) {
        for (const auto& old : predecessor.concepts()) {
            if (by_id_.contains(old.id) || !gone_.insert(old.id).second) continue;
            report(Severity::error, reading_.version_offset,
                   "The id \"" + old.id + "\" is gone: records and addresses that use it would no longer be understood.",
                   "Put the concept back and deprecate it, or say which concept replaces it (palermo-indexer vocabulary merge).");
        }
        if (has_errors(reading_.findings) || reading_.version.empty() || reading_.version != predecessor.version()) return;
        const Vocabulary own(reading_.scheme, reading_.version, reading_.concepts);
        if (diff_vocabularies(predecessor, own).empty()) return;
        report(Severity::error, reading_.version_offset, "The content changed, and the version is still \"" + reading_.version + "\".",
               "Write another owl:versionInfo, such as the day of the change.");
    }

    Diagnostics finish() {
        std::ranges::stable_sort(findings_, {}, [](const Diagnostic& finding) { return finding.place.line; });
        return std::move(findings_);
    }

private:
    void report(Severity severity, std::size_t offset, std::string message, std::string mend) {
        findings_.push_back(
            {.severity = severity, .place = source_.place_at(offset), .message = std::move(message), .mend = std::move(mend)});
    }

    void check_id(const Concept& entry) {
        if (is_concept_id(entry.id)) return;
        report(Severity::error, entry.offset, "The id \"" + entry.id + "\" cannot be typed in an address.",
               "Use small letters, digits and hyphens between them, as in \"debt-bondage\".");
    }

    void check_outdated(const Concept& entry) {
        if (entry.deprecated) return;
        report(Severity::note, entry.offset, "The concept \"" + entry.id + "\" is replaced and does not say that it is deprecated.",
               "Add <owl:deprecated>true</owl:deprecated>, which other SKOS programs look for.");
    }

    void check_place(const Concept& entry) {
        if (entry.broader.empty() != entry.is_top)
            report(Severity::note, entry.offset,
                   entry.is_top ? "The concept \"" + entry.id + "\" says that it is at the top, and has a broader one."
                                : "The concept \"" + entry.id + "\" has no broader one, and does not say that it is at the top.",
                   entry.is_top ? "Keep skos:topConceptOf or skos:broader."
                                : "Say skos:broader, or <skos:topConceptOf rdf:resource=\"\"/> if it is meant.");
        const auto parent = by_id_.find(entry.broader);
        if (parent == by_id_.end() || parent->second->is_live() || !parent->second->replaced_by.empty()) return;
        report(Severity::warning, entry.offset, "The concept \"" + entry.id + "\" is below \"" + entry.broader + "\", which is deprecated.",
               "Move it below a concept that is used, or deprecate it too.");
    }

    void check_languages(const Concept& entry) {
        std::string missing;
        for (const auto lang : label_languages) {
            const auto has = std::ranges::any_of(entry.labels, [&](const ConceptLabel& label) { return label.label.lang == lang; });
            if (!has && lang != "en") missing += (missing.empty() ? "" : ", ") + std::string(lang);
        }
        if (missing.empty()) return;
        report(Severity::note, entry.offset, "The concept \"" + entry.id + "\" has no label in: " + missing + '.',
               "Pages show the English one there.");
    }

    void check_shared_labels() {
        std::map<std::pair<std::string, std::string>, const Concept*> labels;
        for (const auto& entry : reading_.concepts) {
            if (!entry.is_live()) continue;
            for (const auto& [label, status] : entry.labels) {
                const auto [first, is_new] = labels.emplace(std::pair(label.lang, folded(label.text)), &entry);
                if (is_new || first->second == &entry) continue;
                report(Severity::warning, entry.offset,
                       "The label \"" + label.text + "\" (" + label.lang + ") of \"" + entry.id + "\" is also that of \"" +
                           first->second->id + "\".",
                       "Tell them apart, or merge them.");
            }
        }
        for (const auto& entry : reading_.concepts) {
            if (!entry.is_live()) continue;
            for (const auto& label : entry.alternative_labels) {
                const auto other = labels.find({label.lang, folded(label.text)});
                if (other == labels.end()) continue;
                const bool is_own = other->second == &entry;
                report(Severity::note, entry.offset,
                       "The alternative label \"" + label.text + "\" (" + label.lang + ") of \"" + entry.id + "\" is the label of " +
                           (is_own ? "the same concept." : "\"" + other->second->id + "\"."),
                       is_own ? "It can be left out." : "Searches take it for the latter.");
            }
        }
    }

    const VocabularyReading& reading_;
    const SourceText& source_;
    std::map<std::string, const Concept*> by_id_;
    std::set<std::string> gone_;
    Diagnostics findings_;
};

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool is_concept_id(std::string_view id) {
    if (id.empty() || !is_letter_or_digit(id.front()) || !is_letter_or_digit(id.back())) return false;
    return std::ranges::all_of(id, [](char c) { return c == '-' || is_letter_or_digit(c); }) && id.find("--") == std::string_view::npos;
}

Diagnostics lint_vocabulary(const VocabularyReading& reading, const SourceText& source,
                            const std::vector<const Vocabulary*>& predecessors) {
    Lint lint(reading, source);
    lint.check_alone();
    for (const auto* predecessor : predecessors) lint.check_against(*predecessor);
    return lint.finish();
}

}  // namespace palermo
