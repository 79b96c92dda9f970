// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/source_text.hpp"

#include <optional>

namespace palermo {

/// Why a text is no well-formed XML: the first thing that is wrong with it, where it stands, and how to mend it. Nothing when the text is
/// well-formed. Reads the text once more (libxml2, offline): for texts that somebody could not read.
[[nodiscard]] std::optional<Diagnostic> xml_fault(const SourceText& source);

}  // namespace palermo
