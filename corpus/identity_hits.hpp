// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_rules.hpp"
#include "corpus/identity_tokens.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Something found in a text, at a byte of it. Of one rule only the first place in a text is kept: a waiver speaks of rule and paragraph.
struct IdentityHit {
    IdentityRule rule;
    std::uint32_t begin;
};

class IdentityHits {
public:
    void add(IdentityRule rule, std::uint32_t begin) {
        if (!has(rule)) hits_.push_back({rule, begin});
    }
    [[nodiscard]] bool has(IdentityRule rule) const { return std::ranges::find(hits_, rule, &IdentityHit::rule) != hits_.end(); }
    [[nodiscard]] const std::vector<IdentityHit>& all() const { return hits_; }
    void clear() { hits_.clear(); }

private:
    std::vector<IdentityHit> hits_;
};

/// Names that may stand in the prose: those of the defendants, and of the title, under which the court itself published the case. In small
/// letters; an initial covers every word that begins with it, if the surname stands behind.
class PublicNames {
public:
    void add(std::string_view name);
    [[nodiscard]] bool has_word(std::string_view word) const;
    [[nodiscard]] bool has_initial(std::string_view word) const;

private:
    std::set<std::string, std::less<>> words_;
    std::set<std::string, std::less<>> initials_;
};

}  // namespace palermo
