// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/views/html.hpp"

#include <functional>
#include <string>

namespace palermo {

/// The languages that labels come in, by their own names. Each leads to what is shown with its labels in that language, at the address that
/// `address_in` makes for it; the one that is shown leads nowhere. The browser's own languages are not asked for: one address shows
/// everybody the same, so that caches can keep it and people can pass it on.
[[nodiscard]] Html language_choice(const std::string& shown, const std::function<std::string(const std::string& lang)>& address_in);

}  // namespace palermo
