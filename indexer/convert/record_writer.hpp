// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/draft.hpp"

#include <string>
#include <vector>

namespace palermo {

/// A draft as XML in the record format: one element a line, in the schema's order, and for each line the place of the source that it says
/// again, so that a finding of the checks can be told where a person can mend it.
struct WrittenRecord {
    std::string xml;
    std::vector<Place> origins;  ///< of line 1, 2, ...
};

[[nodiscard]] WrittenRecord write_record(const Draft& draft);

}  // namespace palermo
