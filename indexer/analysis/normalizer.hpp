// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// A word as it is compared: NFKC case folding; accents of Latin and Greek letters folded away; Arabic vowel marks and tatweel dropped,
/// forms of alef made one, alef maksura read as yeh; soft hyphens and other invisible characters dropped. Cyrillic й and ё are letters and
/// stay, but for ё, which Russian writers use at will and which becomes е. Broken UTF-8 becomes U+FFFD. Safe to call from many threads.
[[nodiscard]] std::string fold_word(std::string_view word);

}  // namespace palermo
