// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// The words for a facet value in `lang`, one of label_languages: a concept's label, a country's name, an outcome in words.
/// English where that language has none; the value itself when it is unknown.
[[nodiscard]] std::string facet_label(Facet facet, std::string_view value, const Vocabularies& vocabularies, std::string_view lang);

/// The heading of a facet: "Evidential issue".
[[nodiscard]] std::string_view heading_of(Facet facet);

/// The words for any other code of the schema (stage, role, kind of text, verdict, scheme of an identifier, ...) in `lang`; the code itself
/// when it has none.
[[nodiscard]] std::string_view code_label(std::string_view code, std::string_view lang);

/// The name of an ISO 3166-1 alpha-2 country in `lang`, or the code when there is no such country.
[[nodiscard]] std::string country_name(std::string_view code, std::string_view lang);
[[nodiscard]] bool is_country(std::string_view code);

/// The values that a facet with a fixed list may have; empty for the concepts and the years, which have none.
[[nodiscard]] std::vector<std::string> facet_codes(Facet facet);

}  // namespace palermo
