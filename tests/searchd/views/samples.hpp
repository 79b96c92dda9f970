// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/vocabulary.hpp"
#include "searchd/search/search_result.hpp"

#include <string>

namespace palermo::test {

/// What breaks out of markup if it can.
inline const std::string hostile = "<script>alert('x')</script>\" onload=\"y\" & \x01 \xFF ]]>";

[[nodiscard]] const Vocabularies& shipped_vocabularies();

/// A part of a query with every member set, every text of it with `words`.
[[nodiscard]] QueryPart sample_part(const std::string& words);

[[nodiscard]] SearchRequest sample_request(const std::string& words);

/// A result with every member set, every text of it `words`.
[[nodiscard]] SearchResult sample_result(const std::string& words);

/// tests/corpus/records/complete.xml
[[nodiscard]] CaseRecord complete_record();

/// The same record with `words` in place of every free text.
[[nodiscard]] CaseRecord record_with(const std::string& words);

}  // namespace palermo::test
