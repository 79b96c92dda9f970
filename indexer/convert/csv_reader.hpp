// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/source_text.hpp"
#include "indexer/convert/draft.hpp"

#include <vector>

namespace palermo {

struct CsvRow {
    Place place;
    std::vector<Said> cells;
};

/// A CSV file as RFC 4180 has it (libcsv in its strict mode): cells in quotes may hold separators and line ends, and "" for a quote. Lines
/// without any cell are skipped; white space around a cell that is not quoted is not content.
struct CsvTable {
    std::vector<CsvRow> rows;  ///< the header first
    Diagnostics broken;        ///< rows whose quoting does not hold, or that hold what XML cannot; reading went on behind each
};

/// Behind a row with broken quotes reading goes on at the next line that makes a row as wide as the header: what stands between has no
/// meaning that could be trusted, and the finding says which lines those are.
[[nodiscard]] CsvTable read_csv(const SourceText& source, char separator);

}  // namespace palermo
