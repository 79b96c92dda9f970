// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/record_to_build.hpp"

#include "corpus/current_concepts.hpp"
#include "indexer/index/column_values.hpp"

#include <utility>

namespace palermo {

RecordToBuild prepare_record(CaseRecord record, SourceText text, std::string checksum, const Vocabularies& vocabularies) {
    auto columns = column_values(*CurrentRecord(record, vocabularies), vocabularies);
    auto keys = case_keys(record);
    return {.record = std::move(record),
            .text = std::move(text),
            .checksum = std::move(checksum),
            .columns = std::move(columns),
            .keys = std::move(keys)};
}

}  // namespace palermo
