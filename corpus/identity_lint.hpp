// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/diagnostic.hpp"
#include "corpus/source_text.hpp"

namespace palermo {

/// What in the prose of a record could identify a victim: a name given to one, a full date of birth, a passport or telephone number, an
/// e-mail address. Warnings for a person to decide on, never a proof of the opposite.
[[nodiscard]] Diagnostics lint_identity(const CaseRecord& record, const SourceText& source);

}  // namespace palermo
