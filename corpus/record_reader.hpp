// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/result.hpp"
#include "corpus/source_text.hpp"

namespace palermo {

/// The namespace of the record format; a change that old readers would misread gets a new one.
inline constexpr std::string_view record_namespace = "urn:palermo:case-record:1";

/// XML to value. Checks only that the text is well-formed and a record of ours: what the schema demands is SchemaValidator's, what it
/// cannot say is record_checks'. A document type declaration is refused (records need none, and entity bombs live there).
[[nodiscard]] Result<CaseRecord> read_record(const SourceText& source);

}  // namespace palermo
