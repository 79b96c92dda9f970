// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// The record that a row makes while its cells are read, with what is wrong in them.
struct RowDraft {
    Draft draft;
    Diagnostics faults;

    void refuse(const Place& place, std::string message, std::string mend);
};

/// The header's name for one cell: "court-2" is the column court for the second proceeding, "facts@fr" the facts in French.
struct CellTarget {
    std::size_t proceeding = 0;  ///< from 0
    std::string lang;            ///< empty: the record's own
};

/// White space made one space and none at the ends; so is the space of spreadsheets that does not break a line (U+00A0).
[[nodiscard]] std::string plain_words(std::string_view text);

/// The parts of a value that a sign divides, each without white space around it; a backslash before the sign keeps it as a character.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view value, char sign);

}  // namespace palermo
