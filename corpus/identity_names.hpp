// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_tokens.hpp"

namespace palermo {

struct NameQuestion {
    const TokenizedText& text;
    const PublicNames& public_names;
    bool capitals_tell = true;  ///< false in German, where every noun has a capital
};

/// Names beside words for victims ("the victim, Maria,", "a girl named Maria", "Maria (the victim)"): victim-name; of their relatives ("her
/// mother Maria"): victim-relation; letters that stand for them ("the complainant, M.K.,"): initials, whatever the policy says of them.
void find_names(const NameQuestion& question, IdentityHits& hits);

}  // namespace palermo
