// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/views/html.hpp"

#include <string_view>

namespace palermo {

/// A label in the language that was chosen for labels. In another one than the page's own, which is English, it is marked: so that it may
/// run the other way without turning round what stands beside it, and is read aloud as what it is.
[[nodiscard]] Html labelled(std::string_view words, std::string_view lang);

}  // namespace palermo
