// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/source_text.hpp"
#include "indexer/convert/draft.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace palermo {

/// What may stand between the cells, and what --separator calls it.
struct CsvSeparator {
    char sign;
    std::string_view name;
};

inline constexpr std::array<CsvSeparator, 3> csv_separators{{{';', "semicolon"}, {'\t', "tab"}, {',', "comma"}}};

struct CsvRow {
    Place place;
    std::vector<Said> cells;
};

/// A CSV file as RFC 4180 has it (libcsv in its strict mode): cells in quotes may hold separators and line ends, and "" for a quote. Lines
/// without any cell are skipped, and so is a line "sep=;" above all others; white space around a cell that is not quoted is not content.
struct CsvTable {
    std::vector<CsvRow> rows;  ///< the header first
    Diagnostics broken;        ///< rows whose quoting does not hold, or that hold what XML cannot; reading went on behind each
};

/// Behind a row with broken quotes reading goes on at the next line that makes a row as wide as the header: what stands between has no
/// meaning that could be trusted, and the finding says which lines those are.
[[nodiscard]] CsvTable read_csv(const SourceText& source, char separator);

}  // namespace palermo
