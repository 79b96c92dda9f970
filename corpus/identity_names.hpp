// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_name_reader.hpp"

namespace palermo {

/// Names beside words for victims ("the victim, Maria,", "a girl named Maria", "Maria, a victim of fifteen,"): victim-name; letters that
/// stand for them ("the complainant, M.K.,"): initials, whatever the policy says of them.
void find_names(const NameQuestion& question, IdentityHits& hits);

}  // namespace palermo
