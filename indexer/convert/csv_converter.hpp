// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/source_text.hpp"
#include "indexer/convert/conversion.hpp"

namespace palermo {

/// A CSV file with a header, one case a row (`convert --describe csv` prints the columns): a draft for each row that can be read.
[[nodiscard]] Conversion convert_csv(const SourceText& source, const ConvertOptions& options);

}  // namespace palermo
