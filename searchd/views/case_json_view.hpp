// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/vocabulary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace palermo {

/// The record as JSON, with the names of schemas/case-record.xsd in snake_case; what is not recorded is null or an empty array. Tags carry
/// the label of their concept in `lang`.
[[nodiscard]] std::string render_case_json(const CaseRecord& record, const Vocabularies& vocabularies, std::uint64_t generation,
                                           std::string_view lang);

}  // namespace palermo
