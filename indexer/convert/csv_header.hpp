// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/conversion.hpp"
#include "indexer/convert/csv_columns.hpp"
#include "indexer/convert/csv_reader.hpp"

#include <optional>

namespace palermo {

/// What stands in one column of a file.
struct HeaderCell {
    const CsvColumn* column = nullptr;  ///< null: the column is not known
    CellTarget target;
    Said name;  ///< as written
};

/// The header, or sentences why no row below it can be read: a column that every record needs is missing, or one stands there twice.
struct Header {
    std::vector<HeaderCell> cells;
    Diagnostics faults;
};

[[nodiscard]] Header read_header(const CsvRow& row, const ConvertOptions& options);

/// A name of a column that is spelled much like this one.
[[nodiscard]] std::optional<std::string> nearest_column(const std::string& name);

}  // namespace palermo
