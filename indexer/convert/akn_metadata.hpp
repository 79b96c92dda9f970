// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/akn_document.hpp"

namespace palermo {

/// What the meta block and the marked words of the header say: identity, court, date, numbers, defendants, links, notes.
/// Run it after the text has been read: a label that the text says again is not lost.
void read_akn_metadata(AknDocument& document, Draft& draft);

}  // namespace palermo
