// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/diagnostic.hpp"
#include "corpus/identity_policy.hpp"
#include "corpus/source_text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace palermo {

/// A reason shorter than this many characters explains nothing; Chinese says something with six.
inline constexpr std::size_t least_reason = 6;

/// The waivers of one record, and which of them have been of use.
class IdentityWaivers {
public:
    explicit IdentityWaivers(const CaseRecord& record);

    /// The waiver that lets `rule` stand in `paragraph` (empty: what is found outside of paragraphs); null when there is none.
    [[nodiscard]] const IdentityWaiver* use(IdentityRule rule, std::string_view paragraph);

    /// What is wrong with the waivers themselves, once all findings have asked: rules that do not exist, reasons that give none, waivers
    /// without effect. A rule that the policy has switched off asks for nothing, so its waivers are left in peace.
    [[nodiscard]] Diagnostics complaints(const IdentityPolicy& policy, const SourceText& source) const;

private:
    struct Use {
        const IdentityWaiver* waiver;
        std::vector<std::string_view> paragraphs;  ///< in which it silenced something
        bool anywhere = false;
    };

    std::vector<Use> uses_;
    std::string_view jurisdiction_;
};

}  // namespace palermo
