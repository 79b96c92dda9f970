// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_name_reader.hpp"

namespace palermo {

/// Names of a victim's relatives ("her mother Maria", "Maria, the victim's mother,", "Ana and her sister Maria were sold"):
/// victim-relation.
void find_relatives(const NameQuestion& question, IdentityHits& hits);

}  // namespace palermo
