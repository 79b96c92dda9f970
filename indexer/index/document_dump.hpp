// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"

#include <cstdint>
#include <string>

namespace palermo {

/// One document as the index holds it, for people and the golden test: a line a term (field, term, count, positions) and a line a value.
[[nodiscard]] Result<std::string> dump_document(const WorkerView& view, std::uint32_t library_docid);

}  // namespace palermo
