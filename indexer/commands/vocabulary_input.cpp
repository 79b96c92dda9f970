// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/vocabulary_input.hpp"

#include "corpus/vocabulary_lint.hpp"
#include "indexer/load/vocabulary_installer.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace palermo::commands {
namespace {

namespace fs = std::filesystem;

std::string counted(std::size_t count, const std::string& thing) { return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s"); }

const Vocabulary& of_scheme(const Vocabularies& both, std::string_view scheme) {
    return scheme == legal_concepts_scheme ? both.legal_concepts : both.evidential_issues;
}

const Vocabulary& other_than(const Vocabularies& both, std::string_view scheme) {
    return scheme == legal_concepts_scheme ? both.evidential_issues : both.legal_concepts;
}

bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code error;
    return fs::equivalent(one, other, error) && !error;
}

/// What the two are read for; one that has faults is not compared with.
Vocabularies installed_in(const fs::path& schemas) {
    Vocabularies both;
    if (auto read = open_source(schemas / legal_concepts_file)) {
        if (auto vocabulary = read_vocabulary(*read)) both.legal_concepts = std::move(*vocabulary);
    }
    if (auto read = open_source(schemas / evidential_issues_file)) {
        if (auto vocabulary = read_vocabulary(*read)) both.evidential_issues = std::move(*vocabulary);
    }
    return both;
}

/// An installed vocabulary and the one of the index are most often the same, and find the same.
void add_new(Diagnostics& all, Diagnostics more) {
    for (auto& finding : more) {
        if (std::ranges::find(all, finding) == all.end()) all.push_back(std::move(finding));
    }
}

}  // namespace

Result<SourceText> open_vocabulary(const fs::path& file) {
    std::error_code error;
    if (fs::is_directory(file, error))
        return error_at(file.string(), "This is a directory, and a vocabulary is a file.", "Name the file in it.");
    if (fs::is_regular_file(file, error) && fs::file_size(file, error) == 0)
        return error_at(file.string(), "The file is empty.", "Name a vocabulary in RDF/XML.");
    return open_source(file);
}

Result<GivenVocabulary> read_given(const fs::path& file, const fs::path& schemas, const Vocabularies* live) {
    auto source = open_vocabulary(file);
    if (!source) return source.error();
    const auto installed = installed_in(schemas);
    auto reading = examine_vocabulary(*source);
    const auto scheme = reading.scheme;
    const auto place = vocabulary_file(scheme);
    GivenVocabulary given{.source = *source, .scheme = scheme, .findings = {}, .vocabulary = {}, .installed = {}};
    std::vector<const Vocabulary*> predecessors;
    if (!place.empty()) {
        reading = examine_vocabulary(*source, &other_than(installed, scheme));
        if (const auto& old = of_scheme(installed, scheme); !is_same_file(file, schemas / place) && !old.concepts().empty())
            given.installed = old;
        if (given.installed) predecessors.push_back(&*given.installed);
        if (live != nullptr) predecessors.push_back(&of_scheme(*live, scheme));
    }
    given.findings = reading.findings;
    if (!reading.concepts.empty()) add_new(given.findings, lint_vocabulary(reading, *source, predecessors));
    std::ranges::stable_sort(given.findings, {}, [](const Diagnostic& finding) { return finding.place.line; });
    if (!has_errors(given.findings)) given.vocabulary.emplace(reading.scheme, reading.version, std::move(reading.concepts));
    return given;
}

std::optional<Diagnostic> refuse_other_encoding(const fs::path& file, const SourceText& source) {
    constexpr std::size_t longest_mark = 3;
    const auto bytes = read_bytes(file);
    if (!bytes) return bytes.error();
    if (bytes->ends_with(source.text()) && bytes->size() <= source.text().size() + longest_mark) return std::nullopt;
    return error_at(file.string(), "This file is not in UTF-8.", "Save it as UTF-8, and say so in its first line.");
}

std::string summary_of(const GivenVocabulary& given) {
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(given.findings, severity, &Diagnostic::severity));
    };
    const auto concepts = given.vocabulary ? counted(given.vocabulary->concepts().size(), "concept") : std::string("refused");
    if (given.findings.empty()) return concepts + ", in order.";
    return concepts + ": " + counted(count(Severity::error), "error") + ", " + counted(count(Severity::warning), "warning") + ", " +
           counted(count(Severity::note), "note") + '.';
}

}  // namespace palermo::commands
