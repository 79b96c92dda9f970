// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/source_text.hpp"
#include "indexer/convert/conversion.hpp"

namespace palermo {

/// A judgment in Akoma Ntoso 1.0, in the form that Find Case Law publishes (`convert --describe akn` says what goes where): one draft, or
/// the sentence why there is none.
[[nodiscard]] Conversion convert_akn(const SourceText& source, const ConvertOptions& options);

}  // namespace palermo
