// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"

#include <optional>
#include <string>

namespace palermo {

/// Why two records may be of one case, in words ("both are [2009] VSCA 182"; "the same court on the same day, and a similar title");
/// nothing when they do not look like it.
[[nodiscard]] std::optional<std::string> why_duplicate(const CaseRecord& one, const CaseRecord& other);

[[nodiscard]] bool are_similar_titles(const std::string& one, const std::string& other);

}  // namespace palermo
