// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_tokens.hpp"

namespace palermo {

/// The same rules for Chinese, which has neither spaces nor capitals: a surname behind a word for a victim, 名叫 and its like, 张某 (the
/// form in which Chinese courts hide a name: initials), 出生 with a date, 身份证 and 护照 with digits, 电话 with digits, 路 and 街 with a
/// 号.
void find_in_chinese(const TokenizedText& text, IdentityHits& hits);

}  // namespace palermo
