// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/akn_document.hpp"

namespace palermo {

/// What the meta block and the marked words of the header say: identity, court, date, numbers, defendants, links, notes.
/// Run it before the texts are read: which language is the judgment's own decides where one of them ends.
void read_akn_metadata(AknDocument& document, Draft& draft);

}  // namespace palermo
