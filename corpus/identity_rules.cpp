// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_rules.hpp"

#include <algorithm>

namespace palermo {
namespace {

constexpr std::array<IdentityRuleInfo, identity_rule_count> table{{
    {IdentityRule::victim_name, "victim-name", Severity::warning, "This seems to give a victim's name.",
     "Write \"a woman\" or \"the complainant\" instead."},
    {IdentityRule::victim_relation, "victim-relation", Severity::warning, "This seems to name a relative of a victim.",
     "Write \"her mother\" without the name."},
    {IdentityRule::victim_entry, "victim-entry", Severity::warning, "This victim entry seems to hold a name.",
     "Give an age in numbers or plain words, and an id such as v1."},
    {IdentityRule::initials, "initials", Severity::warning, "This gives initials or a letter for a victim.",
     "Write \"the first complainant\", or allow initials for this jurisdiction in the configuration if its courts publish them."},
    {IdentityRule::birth_date, "birth-date", Severity::warning, "This seems to be a full date of birth.",
     "Give the age, or the year alone."},
    {IdentityRule::document_number, "document-number", Severity::warning, "This seems to be the number of a person's document or account.",
     "Leave the number out."},
    {IdentityRule::e_mail, "e-mail", Severity::warning, "This is an e-mail address.", "Leave it out."},
    {IdentityRule::telephone, "telephone", Severity::warning, "This seems to be a telephone number.", "Leave it out."},
    {IdentityRule::social_media_account, "social-media-account", Severity::warning, "This seems to name an account in a social medium.",
     "Write \"her account\" without its name."},
    {IdentityRule::address, "address", Severity::warning, "This seems to be the address of a house.", "Name the town, or only the region."},
    {IdentityRule::web_link, "web-link", Severity::note, "There is a web address in the prose.",
     "Put it under sources if it leads to the decision, and leave it out if it leads to a person."},
    {IdentityRule::rare_combination, "rare-combination", Severity::warning,
     "Exact age, origin, place or day, and occupation together may point to one person.", "Leave out one of them or make it coarser."},
    {IdentityRule::singled_out, "singled-out", Severity::note,
     "This victim is the only one of her or his nationality in a small group and has an exact age.",
     "Give a range of ages, or one entry for the group."},
    {IdentityRule::waiver, "waiver", Severity::warning, "This waiver does not do what it says.", "Correct or remove it."},
}};

static_assert(std::ranges::is_sorted(table, {}, &IdentityRuleInfo::rule));

}  // namespace

const std::array<IdentityRuleInfo, identity_rule_count>& identity_rules() { return table; }

const IdentityRuleInfo& info_of(IdentityRule rule) { return table[static_cast<std::size_t>(rule)]; }

std::string_view name_of(IdentityRule rule) { return info_of(rule).name; }

std::optional<IdentityRule> identity_rule_named(std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &IdentityRuleInfo::name);
    return found == table.end() ? std::nullopt : std::optional(found->rule);
}

std::vector<std::string> identity_rule_names() {
    std::vector<std::string> names;
    for (const auto& info : table) names.emplace_back(info.name);
    return names;
}

}  // namespace palermo
