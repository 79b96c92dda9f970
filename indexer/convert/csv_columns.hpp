// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/csv_row_draft.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

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

/// What `convert --describe csv` prints.
[[nodiscard]] std::string describe_csv();

}  // namespace palermo
