// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// A citation, docket or case number as it is compared: folded, letters and digits only, the word for "number" before a number left out.
/// "[2013] EWCA Crim 991" and "2013 ewca crim. 991", "G.R. No. 175600" and "GR 175600" are the same. Empty when nothing is left.
[[nodiscard]] std::string fold_identifier(std::string_view identifier);

}  // namespace palermo
