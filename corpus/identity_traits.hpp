// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/identity_hits.hpp"
#include "corpus/identity_tokens.hpp"

#include <vector>

namespace palermo {

/// A group of at most so many victims is small: one who differs from all others in it can be recognised by those who know of the case.
inline constexpr int small_group = 10;

/// rare-combination: one sentence that speaks of one victim and gives all of
///   - an exact age ("of 17", "aged 17", "17-year-old"),
///   - a nationality or country of origin ("Exampleland woman", "from Exampleland"),
///   - a town or a day ("in Exampletown", "on 3 May 2004"), and
///   - an occupation (nurse, student, seamstress).
/// When the only victim entry of the record is one person with exact age and nationality, those two need not be in the sentence again.
void find_rare_combination(const TokenizedText& text, bool age_and_origin_known, IdentityHits& hits);

/// True when the record has just one victim entry, and it is one person with an exact age and a nationality.
[[nodiscard]] bool knows_age_and_origin(const CaseRecord& record);

/// singled-out: the entries that are one person with exact age and nationality, where the victims of the record are three to small_group
/// and no other entry has that nationality.
[[nodiscard]] std::vector<const Person*> singled_out_victims(const CaseRecord& record);

}  // namespace palermo
