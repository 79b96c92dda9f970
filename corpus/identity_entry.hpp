// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/identity_tokens.hpp"

#include <string_view>

namespace palermo {

/// True when the age of a victim entry, given as tokens, holds a word that may be a name: one with a capital that no age is written with,
/// or "called" and its like.
[[nodiscard]] bool holds_name(const TokenizedText& age);

/// True when the id of a victim entry says nothing of the person: v1, victim-2, girl-a.
[[nodiscard]] bool is_neutral_id(std::string_view id);

}  // namespace palermo
