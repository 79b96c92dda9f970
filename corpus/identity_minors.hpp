// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_name_reader.hpp"

namespace palermo {

/// Names that are told with the age of a child, in digits or words ("When Maria was fifteen, ...", "Maria, aged 15,", "Maria avait 15 ans",
/// "the 15-year-old Maria", "At 15, Maria ..."): victim-name, since a child in these cases most often is one.
void find_minors(const NameQuestion& question, IdentityHits& hits);

}  // namespace palermo
