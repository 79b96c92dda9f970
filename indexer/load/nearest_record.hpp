// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/index_directory.hpp"

#include <optional>
#include <string>

namespace palermo {

/// The id of a record in the live generation that may be meant by an id which none has.
[[nodiscard]] std::optional<std::string> nearest_record(const IndexDirectory& directory, const std::string& id);

}  // namespace palermo
