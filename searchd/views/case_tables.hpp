// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "searchd/views/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// A part of a page with its heading.
[[nodiscard]] Html section(std::string_view heading, const Html& content);

/// A table that scrolls alone when it is too wide.
[[nodiscard]] Html table(std::string_view caption, const std::vector<std::string_view>& headings, const Html& rows);

/// What came before the courts, who was tried and harmed, and what came of it; each empty when the record has none. Codes have their
/// labels in `lang`.
[[nodiscard]] Html render_proceedings(const CaseRecord& record, const std::string& lang);
[[nodiscard]] Html render_persons(const CaseRecord& record, const std::string& lang);
[[nodiscard]] Html render_charges(const CaseRecord& record, const std::string& lang);

}  // namespace palermo
