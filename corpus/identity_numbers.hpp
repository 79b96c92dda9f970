// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_tokens.hpp"

namespace palermo {

/// Numbers of documents, accounts and telephones, in digits and in words: document-number, telephone. Whose they are is not asked: a
/// defendant's lead to a victim often enough.
void find_numbers(const TokenizedText& text, IdentityHits& hits);

}  // namespace palermo
