// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_waivers.hpp"

#include "corpus/nearest.hpp"
#include "corpus/shortened.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// A record with so many wrong waivers is wrong as a whole.
constexpr std::size_t max_waiver_complaints = 50;

struct Complaint {
    std::string message;
    std::string mend;
};

Complaint unknown_rule(const std::string& rule) {
    const auto near = nearest(rule, identity_rule_names());
    return {"There is no rule " + in_quotes(rule) + " in the identity lint.",
            near ? "Did you mean \"" + *near + "\"?" : "Write the name of the rule as the finding gives it."};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

IdentityWaivers::IdentityWaivers(const CaseRecord& record) : jurisdiction_(record.jurisdiction.code()) {
    for (const auto& waiver : record.identity_waivers) uses_.push_back({.waiver = &waiver, .paragraphs = {}});
}

const IdentityWaiver* IdentityWaivers::use(IdentityRule rule, std::string_view paragraph) {
    for (auto& [waiver, paragraphs, anywhere] : uses_) {
        if (waiver->rule != name_of(rule)) continue;
        const auto named = std::ranges::find(waiver->paragraphs, paragraph);
        if (!waiver->paragraphs.empty() && named == waiver->paragraphs.end()) continue;
        anywhere = true;
        if (named != waiver->paragraphs.end()) paragraphs.emplace_back(*named);
        return waiver;
    }
    return nullptr;
}

Diagnostics IdentityWaivers::complaints(const IdentityPolicy& policy, const SourceText& source) const {
    Diagnostics found;
    const auto severity = policy.severity_of(IdentityRule::waiver);
    if (!severity) return found;
    for (const auto& use : uses_) {
        const auto* waiver = use.waiver;
        if (found.size() >= max_waiver_complaints) break;
        const auto complain = [&](Complaint complaint) {
            found.push_back({.severity = *severity,
                             .place = source.place_at(waiver->offset),
                             .message = std::move(complaint.message),
                             .mend = std::move(complaint.mend)});
        };
        const auto rule = identity_rule_named(waiver->rule);
        if (!rule) {
            complain(unknown_rule(waiver->rule));
            continue;
        }
        if (*rule == IdentityRule::waiver) {
            complain({"A waiver cannot let another waiver stand.", "Correct the other one."});
            continue;
        }
        if (characters(waiver->reason) < least_reason) {
            complain({"The waiver of " + waiver->rule + " gives no reason that a reader could follow.",
                      "Say in a sentence why nobody can be identified."});
        }
        const bool asks =
            policy.severity_of(*rule) && !(*rule == IdentityRule::initials && policy.initials_in(jurisdiction_) == InitialsPolicy::allow);
        if (!asks) continue;
        if (!use.anywhere) {
            complain({"The waiver of " + waiver->rule + " has no effect: the rule finds nothing there.",
                      "Remove it, or correct its paragraphs."});
            continue;
        }
        for (const auto& paragraph : waiver->paragraphs) {
            if (std::ranges::find(use.paragraphs, paragraph) != use.paragraphs.end()) continue;
            complain({"The waiver of " + waiver->rule + " has no effect in paragraph " + shortened(paragraph) +
                          ": the rule finds nothing there.",
                      "Take the paragraph out of it."});
        }
    }
    return found;
}

}  // namespace palermo
