// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_rules.hpp"
#include "corpus/result.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace palermo {

enum class InitialsPolicy { allow, flag };

/// What an operator decides about the identity lint: how grave each rule is, and in which jurisdictions initials or pseudonyms of victims
/// may stand because the courts themselves publish them. A value; the default is the cautious one described in indexer/indexer.toml.
class IdentityPolicy {
public:
    IdentityPolicy();

    /// Nothing: the rule is off.
    [[nodiscard]] std::optional<Severity> severity_of(IdentityRule rule) const { return severities_[static_cast<std::size_t>(rule)]; }
    void set_severity(IdentityRule rule, std::optional<Severity> severity) { severities_[static_cast<std::size_t>(rule)] = severity; }

    /// For a country (ISO 3166-1 alpha-2) or an international body, as in Jurisdiction::code().
    [[nodiscard]] InitialsPolicy initials_in(std::string_view jurisdiction) const;
    void set_initials(std::string jurisdiction, InitialsPolicy policy) { initials_.insert_or_assign(std::move(jurisdiction), policy); }
    /// For every jurisdiction that has no line of its own.
    void set_initials_elsewhere(InitialsPolicy policy) { elsewhere_ = policy; }

private:
    std::array<std::optional<Severity>, identity_rule_count> severities_;
    std::map<std::string, InitialsPolicy, std::less<>> initials_;
    InitialsPolicy elsewhere_ = InitialsPolicy::flag;
};

/// Sets one line of the configuration: `birth-date = "error"`. An error, without a place, for an unknown rule or severity.
[[nodiscard]] Result<void> change_severity(IdentityPolicy& policy, std::string_view rule, std::string_view severity);

/// `NL = "allow"` or `elsewhere = "flag"`. An error, without a place, for an unknown jurisdiction or word.
[[nodiscard]] Result<void> change_initials(IdentityPolicy& policy, std::string_view jurisdiction, std::string_view word);

}  // namespace palermo
