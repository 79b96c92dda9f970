// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_tokens.hpp"

#include <string_view>

namespace palermo {

/// What leads to a person without a name: dates of birth, e-mail addresses, accounts in social media, addresses of houses, web addresses.
/// Whose they are is not asked: a defendant's lead to a victim often enough.
void find_contacts(const TokenizedText& text, IdentityHits& hits);

/// True for an address of a person's page in a social medium: not of the medium itself.
[[nodiscard]] bool is_social_media_account(std::string_view url);

}  // namespace palermo
