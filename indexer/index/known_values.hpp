// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "indexer/index/snapshot.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// The values that may be asked for under a facet, each once: those that the collection's cases have, then those that a case could have,
/// by the schema or by the vocabulary, in which replaced concepts stay. Of years there are only those that cases have. Whoever takes
/// `not_recorded` adds it.
[[nodiscard]] std::vector<std::string> known_values(const Snapshot& snapshot, Facet facet);

/// The one of the known values that is written so in letters of whichever case, that is called so in a language of the labels, or that is
/// the country with this other code.
[[nodiscard]] std::optional<std::string> value_called(const Vocabularies& vocabularies, Facet facet, std::string_view words,
                                                      const std::vector<std::string>& known);

/// The one of the known values that is meant by one that is none: what is called so, or is a slip of the pen away. Of short values and of
/// years nothing is guessed: another of them is another country, or another year.
[[nodiscard]] std::optional<std::string> meant_value(const Vocabularies& vocabularies, Facet facet, const std::string& value,
                                                     const std::vector<std::string>& known);

/// "The values are a, b." Empty where there are more than anybody would read.
[[nodiscard]] std::string told_if_few(std::vector<std::string> values);

}  // namespace palermo
