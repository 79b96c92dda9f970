// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/diagnostic.hpp"
#include "corpus/identity_policy.hpp"
#include "corpus/source_text.hpp"

#include <memory>

namespace palermo {

/// Findings of one record that are worth reading; what exceeds them is counted in a line that is as grave as the gravest of them.
inline constexpr std::size_t max_identity_findings = 100;

/// What the lint says of one record. No sentence quotes what was found.
struct IdentityFindings {
    Diagnostics reported;  ///< with the severity of the policy; complaints about waivers come last
    Diagnostics waived;    ///< notes: what a waiver of the record lets stand
};

/// Looks in a record for what would identify a victim: see IdentityRule. A finding is a question to a person, and silence never a proof.
/// Immutable after it is made, which costs some milliseconds: one a load, for any number of threads. Copies share their words.
class IdentityLint {
public:
    explicit IdentityLint(IdentityPolicy policy = {});

    [[nodiscard]] IdentityFindings check(const CaseRecord& record, const SourceText& source) const;

private:
    struct Words;
    std::shared_ptr<const Words> words_;
    IdentityPolicy policy_;
};

}  // namespace palermo
