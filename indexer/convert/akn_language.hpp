// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palermo {

/// "eng" is "en", as a record's xml:lang wants it; a word that is no language stays as it is, for the checks to name.
[[nodiscard]] std::string language_from(const std::string& code);

}  // namespace palermo
