// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/label_languages.hpp"

#include <array>
#include <span>
#include <string_view>

namespace palermo {

/// The lists of codes in the schema whose values have words of their own; one code may stand in several ("other", "appeal"). `further`
/// holds those of all lists that are no facet.
enum class CodeList { outcome, crime_type, court_level, international_body, further };

/// What a code is called in each of label_languages, in their order.
struct CodeLabels {
    std::string_view code;
    std::array<std::string_view, label_languages.size()> labels;
};

/// The codes of a list in the order of the schema.
[[nodiscard]] std::span<const CodeLabels> codes_of(CodeList list);

/// The words for a code in `lang`, in English when that is none of label_languages; the code itself when the list does not have it.
[[nodiscard]] std::string_view label_of(CodeList list, std::string_view code, std::string_view lang);

}  // namespace palermo
