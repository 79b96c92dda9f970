// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/current_concepts.hpp"
#include "corpus/record_checks.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/source_text.hpp"
#include "indexer/index/column_values.hpp"
#include "indexer/index/finding_list.hpp"
#include "indexer/index/generation_verifier.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace palermo {
namespace {

constexpr auto mend_record = "Mend the record and load it again.";

/// What is counted of a record against what it says.
void check_columns(const FacetColumns& columns, std::uint32_t docid, const CaseRecord& given, const Vocabularies& vocabularies,
                   FindingList& findings) {
    const auto wanted = column_values(*CurrentRecord(given, vocabularies), vocabularies);
    for (const auto column : all_columns) {
        if (std::ranges::is_permutation(columns.texts(column, docid), wanted[column])) continue;
        findings.add("The record \"" + given.id + "\" is counted otherwise than it says by " + std::string(name_of(column)) + '.');
    }
}

void check(const RecordRow& row, const std::string& xml, const SchemaValidator& schema, const Vocabularies& vocabularies,
           const FacetColumns& columns, FindingList& findings) {
    const auto tell = [&](const Diagnostic& reason) {
        Diagnostic finding = reason;
        finding.message = "A record in the index breaks the rules for records: " + reason.message;
        if (finding.mend.empty()) finding.mend = mend_record;
        findings.add(std::move(finding));
    };
    const std::string id(row.id);
    const auto source = source_from_bytes(id, xml);
    if (!source) return tell(source.error());
    auto broken = schema.validate(*source);
    const auto record = read_record(*source);
    if (broken.empty() && !record) broken.push_back(record.error());
    if (broken.empty()) broken = check_record(*record, *source, vocabularies);
    for (const auto& each : broken) {
        if (each.severity == Severity::error) tell(each);
    }
    if (record && record->id != row.id) findings.add("The record \"" + id + "\" calls itself \"" + record->id + "\".");
    if (record) check_columns(columns, row.docid, *record, vocabularies, findings);
}

}  // namespace

void verify_stored_records(const Snapshot& snapshot, const SchemaValidator& schema, const std::function<bool(std::uint32_t)>& is_wanted,
                           Diagnostics& all) {
    const auto& segments = snapshot.manifest().segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        FindingList findings(snapshot.directory().texts(segments[i].id));
        const auto& records = snapshot.records(i);
        for (std::uint32_t position = 0; position < records.size(); ++position) {
            const auto row = records.at(position);
            if (snapshot.is_deleted(row.docid) || !is_wanted(row.docid)) continue;
            const auto xml = snapshot.texts(i).text(row.docid, row.xml);
            if (xml)
                check(row, *xml, schema, snapshot.vocabularies(), snapshot.columns(i), findings);
            else
                findings.add(xml.error());
        }
        std::move(findings).move_to(all);
    }
}

}  // namespace palermo
