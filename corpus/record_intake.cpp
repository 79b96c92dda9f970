// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_intake.hpp"

#include "corpus/record_checks.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/shortened.hpp"
#include "corpus/vocabulary_reader.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

void append(Diagnostics& all, Diagnostics more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What is found on a line that the schema has found fault with is most often the same mistake again.
void append_new(Diagnostics& all, const Diagnostics& more) {
    const auto known = all;
    for (const auto& finding : more) {
        const auto is_same_line = [&](const Diagnostic& other) { return other.place.line == finding.place.line; };
        if (std::ranges::none_of(known, is_same_line)) all.push_back(finding);
    }
}

}  // namespace

RecordIntake::RecordIntake(SchemaValidator validator, Vocabularies vocabularies, IdentityPolicy policy)
    : validator_(std::move(validator)), vocabularies_(std::move(vocabularies)), lint_(std::move(policy)) {}

Result<RecordIntake> RecordIntake::open(const std::filesystem::path& schemas, IdentityPolicy policy) {
    auto validator = SchemaValidator::open(schemas / "case-record.xsd");
    if (!validator) return validator.error();
    auto vocabularies = read_vocabularies(schemas);
    if (!vocabularies) return vocabularies.error();
    return RecordIntake(std::move(*validator), std::move(*vocabularies), std::move(policy));
}

CheckedRecord RecordIntake::take(const SourceText& source) const {
    CheckedRecord checked{.record = std::nullopt, .diagnostics = validator_.validate(source)};
    auto record = read_record(source);
    if (!record) {
        // What cannot be read at all the schema has reported too, unless it is not XML of ours in the first place.
        if (checked.diagnostics.empty()) checked.diagnostics.push_back(record.error());
        return checked;
    }
    append_new(checked.diagnostics, check_record(*record, source, vocabularies_));
    auto identity = lint_.check(*record, source);
    append(checked.diagnostics, std::move(identity.reported));
    checked.waived = std::move(identity.waived);
    if (!has_errors(checked.diagnostics)) checked.record = std::move(*record);
    return checked;
}

std::optional<Diagnostic> SeenIds::add(const std::string& id, const Place& place) {
    const auto [first, is_new] = file_of_.emplace(id, place.file);
    if (is_new) return std::nullopt;
    return Diagnostic{.place = place,
                      .message = "The id " + in_quotes(id) + " already belongs to the record in " + first->second + ".",
                      .mend = "Give each record its own id, or load only one of the two."};
}

}  // namespace palermo
