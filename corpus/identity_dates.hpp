// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_tokens.hpp"

#include <cstddef>
#include <optional>

namespace palermo {

/// The value of a number token, or of the digits that a code begins with ("3rd", "1er"), in any script; nothing for other tokens and for
/// more than nine digits.
[[nodiscard]] std::optional<int> number_at(const TokenizedText& text, std::size_t i);

/// Behind a date with day, month and year that begins at `i`: 3 May 1994, May 3, 1994, third of May 1994, 03-May-1994,
/// 1994-05-03, 3.5.1994, 03/05/94, 3 de mayo de 1994, 1er mai 1994, 1994年5月3日; the year may be of the Islamic or the Thai calendar.
/// Nothing when none does.
[[nodiscard]] std::optional<std::size_t> full_date_end(const TokenizedText& text, std::size_t i);

/// True when a full date lies in the tokens [from, to).
[[nodiscard]] bool has_full_date(const TokenizedText& text, std::size_t from, std::size_t to);

}  // namespace palermo
