// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/vocabulary.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/views/page_frame.hpp"

#include <string>

namespace palermo {

/// The page of one case. `search` is the search it was opened from, to go back to; a request that asks for nothing means none.
[[nodiscard]] std::string render_case_html(const CaseRecord& record, const Vocabularies& vocabularies, const Edition& edition,
                                           const SearchRequest& search);

}  // namespace palermo
