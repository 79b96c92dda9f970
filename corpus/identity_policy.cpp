// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_policy.hpp"

#include "corpus/facet.hpp"
#include "corpus/facet_label.hpp"
#include "corpus/nearest.hpp"
#include "corpus/shortened.hpp"

#include <algorithm>
#include <vector>

namespace palermo {
namespace {

/// Where published judgments regularly stand for victims by initials, letters or pseudonyms, so that repeating them tells nobody more than
/// the court does. Everywhere else even initials are told: in a small town two letters can be a name.
constexpr std::array<std::string_view, 27> courts_with_initials{"AT",
                                                                "AU",
                                                                "BE",
                                                                "CA",
                                                                "CH",
                                                                "DE",
                                                                "DK",
                                                                "ES",
                                                                "FI",
                                                                "FR",
                                                                "GB",
                                                                "HK",
                                                                "IE",
                                                                "IL",
                                                                "IT",
                                                                "LU",
                                                                "NL",
                                                                "NO",
                                                                "NZ",
                                                                "PT",
                                                                "SE",
                                                                "US",
                                                                "ZA",
                                                                "council-of-europe",
                                                                "european-union",
                                                                "organization-of-american-states",
                                                                "united-nations"};

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise) {
    const auto near = nearest(word, candidates);
    return near ? "Did you mean " + in_quotes(*near) + "?" : std::move(otherwise);
}

std::string all_rules() {
    std::string list;
    for (const auto& info : identity_rules()) list += (list.empty() ? "" : ", ") + std::string(info.name);
    return list;
}

}  // namespace

IdentityPolicy::IdentityPolicy() {
    for (const auto& info : identity_rules()) set_severity(info.rule, info.severity);
    for (const auto court : courts_with_initials) set_initials(std::string(court), InitialsPolicy::allow);
}

InitialsPolicy IdentityPolicy::initials_in(std::string_view jurisdiction) const {
    const auto found = initials_.find(jurisdiction);
    return found == initials_.end() ? elsewhere_ : found->second;
}

Result<void> change_severity(IdentityPolicy& policy, std::string_view rule, std::string_view severity) {
    const auto known = identity_rule_named(rule);
    if (!known) {
        return error_at({}, "There is no rule " + in_quotes(rule) + " in the identity lint.",
                        suggestion(rule, identity_rule_names(), "The rules are: " + all_rules() + '.'));
    }
    if (severity == "off") {
        policy.set_severity(*known, std::nullopt);
        return {};
    }
    for (const auto choice : {Severity::note, Severity::warning, Severity::error}) {
        if (severity != name_of(choice)) continue;
        policy.set_severity(*known, choice);
        return {};
    }
    return error_at({}, "The rule " + std::string(rule) + " cannot be " + in_quotes(severity) + '.',
                    "Write " + std::string(rule) + R"( = "off", "note", "warning" or "error".)");
}

Result<void> change_initials(IdentityPolicy& policy, std::string_view jurisdiction, std::string_view word) {
    if (word != "allow" && word != "flag") {
        return error_at({}, "The initials of " + std::string(jurisdiction) + " cannot be " + in_quotes(word) + '.',
                        "Write " + std::string(jurisdiction) + R"( = "allow" or "flag".)");
    }
    const auto chosen = word == "allow" ? InitialsPolicy::allow : InitialsPolicy::flag;
    if (jurisdiction == "elsewhere") {
        policy.set_initials_elsewhere(chosen);
        return {};
    }
    auto known = facet_codes(Facet::jurisdiction);
    if (std::ranges::find(known, jurisdiction) == known.end()) {
        // Two letters are always near to some country; only the bodies and "elsewhere" are worth a guess.
        std::erase_if(known, [](const std::string& code) { return code.size() == 2; });
        known.emplace_back("elsewhere");
        return error_at(
            {}, "There is no jurisdiction " + in_quotes(jurisdiction) + '.',
            suggestion(jurisdiction.size() < 4 ? "" : jurisdiction, known,
                       "Write the two letters of ISO 3166-1, an international body as in schemas/case-record.xsd, or elsewhere."));
    }
    policy.set_initials(std::string(jurisdiction), chosen);
    return {};
}

}  // namespace palermo
