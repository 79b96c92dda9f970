// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace palermo {

/// Keys under which a record is found again: by its text, and by what another record of the same case would have too. Equal keys are a
/// reason to look closer, never a proof.

/// Of a text by its checksum: whether the index holds it already needs no reading of it.
[[nodiscard]] std::uint64_t text_key(std::string_view checksum);
/// Of each identifier that is a citation, and of the court and day of each decision.
struct CaseKey {
    std::uint64_t key = 0;
    bool is_citation = false;
};
[[nodiscard]] std::vector<CaseKey> case_keys(const CaseRecord& record);
/// All of them.
[[nodiscard]] std::vector<std::uint64_t> record_keys(std::string_view checksum, std::span<const CaseKey> of_case);

}  // namespace palermo
