// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"

#include <string>
#include <vector>

namespace palermo {

/// What one record says of one field: "proceeding main / decided", "2010-03-19".
struct FieldValue {
    std::string field;
    std::string value;

    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// Everything a record says, as fields in words, in its order. What has an id is named by it, so that putting one before another changes
/// nothing else.
[[nodiscard]] std::vector<FieldValue> describe_fields(const CaseRecord& record);

/// One field that two texts of a record do not say alike. An empty text: not recorded.
struct FieldChange {
    std::string field;
    std::string before;
    std::string after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// In the order of the new record; what only the old one says comes last.
[[nodiscard]] std::vector<FieldChange> diff_records(const CaseRecord& before, const CaseRecord& after);

}  // namespace palermo
