// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/draft.hpp"

#include <span>
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

/// How a column may be varied in the header.
enum class Variants { none, by_proceeding, by_language };

/// One column: the table of them is read by the converter and printed by --describe, so that neither can know more than the other.
struct CsvColumn {
    std::string_view name;
    bool is_list;  ///< several values in a cell, with ';' between them
    Variants variants;
    std::string_view meaning;
    std::string_view example;
    /// Puts the values of a cell (one, unless it is a list; none is empty) into the draft.
    void (*take)(RowDraft&, const CellTarget&, const std::vector<Said>&);
};

[[nodiscard]] std::span<const CsvColumn> csv_columns();

/// The parts of a value that a sign divides, each without white space around it; a backslash before the sign keeps it as a character.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view value, char sign);

/// What `convert --describe csv` prints.
[[nodiscard]] std::string describe_csv();

}  // namespace palermo
