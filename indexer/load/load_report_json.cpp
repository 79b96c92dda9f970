// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_report_json.hpp"

#include "corpus/printable.hpp"
#include "indexer/load/report_members.hpp"

#include <boost/json.hpp>

#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

json::object to_json(const ReportedRecord& record) {
    json::object object{{"id", record.id}, {"file", json_text(record.file)}};
    if (!record.changes.empty()) object["changes"] = palermo::to_json(record.changes);
    return object;
}

json::object to_json(const PossibleDuplicate& each) {
    return {{"id", each.id}, {"file", json_text(each.file)}, {"other_id", each.other_id}, {"reason", each.reason}};
}

json::object to_json(const std::pair<const UnknownTerm, std::uint64_t>& each) {
    const auto& [term, records] = each;
    return {{"scheme", term.scheme}, {"id", term.id}, {"nearest", term.nearest}, {"records", records}};
}

json::object to_json(const Diagnostic& diagnostic) {
    return {{"severity", name_of(diagnostic.severity)}, {"file", json_text(diagnostic.place.file)}, {"line", diagnostic.place.line},
            {"column", diagnostic.place.column},        {"message", json_text(diagnostic.message)}, {"mend", json_text(diagnostic.mend)}};
}

/// The text of a JSON object, to which lists are added entry by entry: as one value, a report of a million records would take several times
/// the memory of its text.
class ObjectText {
public:
    explicit ObjectText(const json::object& beginning) : text_(json::serialize(beginning)) { text_.pop_back(); }

    void add(std::string_view name, const json::object& value) {
        begin(name);
        text_ += json::serialize(value);
    }

    template <class List>
    void add_list(std::string_view name, const List& list) {
        begin(name);
        char before = '[';
        for (const auto& entry : list) {
            text_ += std::exchange(before, ',');
            text_ += json::serialize(to_json(entry));
        }
        text_ += list.empty() ? "[]" : "]";
    }

    std::string finish() && { return std::move(text_) + "}\n"; }

private:
    void begin(std::string_view name) { text_.append(",\"").append(name).append("\":"); }

    std::string text_;
};

json::object facet_moves_of(const LoadReport& report) {
    json::object facets;
    for (const auto facet : all_facets) {
        if (report.facet_moves[facet].empty()) continue;
        json::object values;
        for (const auto& [value, by] : report.facet_moves[facet]) values[value] = by;
        facets[name_of(facet)] = std::move(values);
    }
    return facets;
}

/// The first bytes of all control characters: 0xC2 is that of those from U+0080 on.
std::string control_characters() {
    std::string bytes = "\x7F\xC2";
    for (char byte = 0; byte < ' '; ++byte) bytes += byte;
    return bytes;
}

}  // namespace

std::string json_text(std::string_view text) {
    static const std::string kept = control_characters();
    return printable(text, kept);
}

json::array to_json(const Diagnostics& diagnostics) {
    json::array array;
    for (const auto& diagnostic : diagnostics) array.push_back(to_json(diagnostic));
    return array;
}

json::array to_json(const std::vector<FieldChange>& changes) {
    json::array array;
    for (const auto& change : changes)
        array.push_back(json::object{{"field", change.field}, {"before", change.before}, {"after", change.after}});
    return array;
}

std::string render_json(const LoadReport& report) {
    ObjectText text({{"dry_run", report.dry_run},
                     {"refused", report.refused},
                     {"given", report.given},
                     {"added", report.added},
                     {"changed", report.changed},
                     {"same", report.same},
                     {"restricted", report.restricted},
                     {"rejected", report.rejected},
                     {"rebuilt", report.rebuilt},
                     {"removed", report.removed},
                     {"generation", report.generation ? json::value(*report.generation) : json::value()},
                     {"live_generation", report.live_generation},
                     {"records", report.records},
                     {"seconds", report.seconds}});
    text.add_list(report_members::added_records, report.added_records);
    text.add_list(report_members::changed_records, report.changed_records);
    text.add_list(report_members::removed_records, report.removed_records);
    text.add_list(report_members::rejected_records, report.rejected_records);
    text.add_list(report_members::possible_duplicates, report.duplicates);
    text.add_list(report_members::unknown_terms, report.unknown_terms);
    text.add(report_members::facet_moves, facet_moves_of(report));
    text.add_list(report_members::diagnostics, report.diagnostics);
    return std::move(text).finish();
}

}  // namespace palermo
