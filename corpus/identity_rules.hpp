// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// What the identity lint looks for. The names are part of the record format (waivers) and of the configuration: never change one.
enum class IdentityRule {
    victim_name,
    victim_relation,
    victim_entry,
    initials,
    birth_date,
    document_number,
    e_mail,
    telephone,
    social_media_account,
    address,
    web_link,
    rare_combination,
    singled_out,
    waiver,
};

inline constexpr std::size_t identity_rule_count = 14;

/// A rule in words. No sentence quotes what was found: reports are kept, and a report that names a victim would be one more place to clean.
struct IdentityRuleInfo {
    IdentityRule rule;
    std::string_view name;
    std::optional<Severity> severity;  ///< unless the policy says otherwise; nothing: off
    std::string_view message;
    std::string_view mend;
};

/// All rules, in the order of the enumeration.
[[nodiscard]] const std::array<IdentityRuleInfo, identity_rule_count>& identity_rules();
[[nodiscard]] const IdentityRuleInfo& info_of(IdentityRule rule);

/// "birth-date".
[[nodiscard]] std::string_view name_of(IdentityRule rule);
[[nodiscard]] std::optional<IdentityRule> identity_rule_named(std::string_view name);

/// All names with commas between them, and as candidates for nearest().
[[nodiscard]] std::vector<std::string> identity_rule_names();

}  // namespace palermo
