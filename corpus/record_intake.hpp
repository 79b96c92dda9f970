// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/diagnostic.hpp"
#include "corpus/identity_lint.hpp"
#include "corpus/identity_policy.hpp"
#include "corpus/result.hpp"
#include "corpus/schema_validator.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace palermo {

/// A record after all checks: present only when none of them found an error. Warnings stay in the diagnostics either way.
struct CheckedRecord {
    std::optional<CaseRecord> record;
    Diagnostics diagnostics;
    Diagnostics waived{};  ///< notes: what the identity lint found and a waiver of the record lets stand
};

/// The checks that a record passes before anybody indexes it: schema, then what the schema cannot say. One intake a thread.
class RecordIntake {
public:
    /// Opens the schema and the vocabularies of `schemas`; `policy` says how grave the findings of the identity lint are.
    [[nodiscard]] static Result<RecordIntake> open(const std::filesystem::path& schemas, IdentityPolicy policy = {});

    [[nodiscard]] const Vocabularies& vocabularies() const { return vocabularies_; }
    [[nodiscard]] CheckedRecord take(const SourceText& source) const;

private:
    RecordIntake(SchemaValidator validator, Vocabularies vocabularies, IdentityPolicy policy);

    SchemaValidator validator_;
    Vocabularies vocabularies_;
    IdentityLint lint_;
};

/// Remembers which file gave an id first, so that the second one is told.
class SeenIds {
public:
    /// Nothing when the id is new.
    [[nodiscard]] std::optional<Diagnostic> add(const std::string& id, const Place& place);
    [[nodiscard]] bool contains(const std::string& id) const { return file_of_.contains(id); }

private:
    std::map<std::string, std::string> file_of_;
};

}  // namespace palermo
