// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_lint.hpp"

#include <set>
#include <string>

namespace palermo::test {

/// Where the paragraph of lint_paragraph() stands.
inline constexpr int paragraph_line = 9;
inline constexpr int paragraph_column = 12;

/// The policy that flags initials in every jurisdiction.
[[nodiscard]] IdentityPolicy flag_all();

/// What the lint says of a record of the Netherlands with one defendant, J. Doe, and this as its second paragraph, f2. `more` stands before
/// the end of the record: waivers.
[[nodiscard]] IdentityFindings lint_paragraph(const std::string& text, const std::string& lang, const IdentityPolicy& policy,
                                              const std::string& more = {});

/// Of a record whose persons are `persons`.
[[nodiscard]] IdentityFindings lint_persons(const std::string& persons, const IdentityPolicy& policy = {});

/// Of records/complete.xml with one thing replaced.
[[nodiscard]] IdentityFindings lint_complete(const std::string& what, const std::string& by);

/// The names of the rules that the messages give.
[[nodiscard]] std::set<std::string> rules_in(const Diagnostics& findings);

}  // namespace palermo::test
