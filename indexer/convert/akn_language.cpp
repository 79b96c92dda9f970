// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_language.hpp"

#include <unicode/locid.h>

namespace palermo {

std::string language_from(const std::string& code) {
    const std::string known = icu::Locale(code.c_str()).getLanguage();
    return known.empty() ? code : known;
}

}  // namespace palermo
