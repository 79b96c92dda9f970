// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_report_json.hpp"

#include <boost/json.hpp>

#include <array>
#include <filesystem>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

json::array to_json(const std::vector<ReportedRecord>& records) {
    json::array array;
    for (const auto& record : records) {
        json::object object{{"id", record.id}, {"file", record.file}};
        if (!record.changes.empty()) object["changes"] = palermo::to_json(record.changes);
        array.push_back(std::move(object));
    }
    return array;
}

json::array duplicates_of(const LoadReport& report) {
    json::array array;
    for (const auto& each : report.duplicates)
        array.push_back(json::object{{"id", each.id}, {"file", each.file}, {"other_id", each.other_id}, {"reason", each.reason}});
    return array;
}

json::array unknown_terms_of(const LoadReport& report) {
    json::array array;
    for (const auto& [term, records] : report.unknown_terms)
        array.push_back(json::object{{"scheme", term.scheme}, {"id", term.id}, {"nearest", term.nearest}, {"records", records}});
    return array;
}

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

constexpr std::array record_lists{"added_records", "changed_records", "removed_records", "rejected_records"};

/// What was said of a file that could not be read as a record is of the record that its name tells.
bool is_named_after(const json::value& file, const std::set<std::string>& ids) {
    return ids.contains(std::filesystem::path(std::string(file.as_string())).stem().string());
}

/// The files from which the records came that are forgotten.
std::set<std::string> files_of(const json::object& report, const std::set<std::string>& ids) {
    std::set<std::string> files;
    for (const auto* list : record_lists) {
        if (!report.contains(list)) continue;  // a report of an older version
        for (const auto& record : report.at(list).as_array()) {
            if (ids.contains(std::string(record.at("id").as_string()))) files.insert(std::string(record.at("file").as_string()));
        }
    }
    files.erase(std::string());
    return files;
}

template <class Predicate>
void erase_from(json::object& report, std::string_view list, Predicate is_forgotten) {
    if (!report.contains(list)) return;
    json::array kept;
    for (auto& entry : report.at(list).as_array()) {
        if (!is_forgotten(entry.as_object())) kept.push_back(std::move(entry));
    }
    report[list] = std::move(kept);
}

}  // namespace

json::array to_json(const Diagnostics& diagnostics) {
    json::array array;
    for (const auto& diagnostic : diagnostics) {
        array.push_back(json::object{{"severity", name_of(diagnostic.severity)},
                                     {"file", diagnostic.place.file},
                                     {"line", diagnostic.place.line},
                                     {"column", diagnostic.place.column},
                                     {"message", diagnostic.message},
                                     {"mend", diagnostic.mend}});
    }
    return array;
}

json::array to_json(const std::vector<FieldChange>& changes) {
    json::array array;
    for (const auto& change : changes)
        array.push_back(json::object{{"field", change.field}, {"before", change.before}, {"after", change.after}});
    return array;
}

std::string render_json(const LoadReport& report) {
    json::object object{{"dry_run", report.dry_run},
                        {"refused", report.refused},
                        {"given", report.given},
                        {"added", report.added},
                        {"changed", report.changed},
                        {"same", report.same},
                        {"restricted", report.restricted},
                        {"rejected", report.rejected},
                        {"rebuilt", report.rebuilt},
                        {"removed", report.removed},
                        {"generation", nullptr},
                        {"live_generation", report.live_generation},
                        {"records", report.records},
                        {"seconds", report.seconds},
                        {"added_records", to_json(report.added_records)},
                        {"changed_records", to_json(report.changed_records)},
                        {"removed_records", to_json(report.removed_records)},
                        {"rejected_records", to_json(report.rejected_records)},
                        {"possible_duplicates", duplicates_of(report)},
                        {"unknown_terms", unknown_terms_of(report)},
                        {"facet_moves", facet_moves_of(report)},
                        {"diagnostics", palermo::to_json(report.diagnostics)}};
    if (report.generation) object["generation"] = *report.generation;
    return json::serialize(object) + '\n';
}

std::string forget_records(std::string_view text, const std::set<std::string>& ids) {
    auto report = json::parse({text.data(), text.size()}).as_object();
    const auto files = files_of(report, ids);
    const auto is_one = [&](const json::object& entry, const char* member) {
        return ids.contains(std::string(entry.at(member).as_string()));
    };
    for (const auto* list : record_lists) erase_from(report, list, [&](const json::object& entry) { return is_one(entry, "id"); });
    erase_from(report, "rejected_records", [&](const json::object& entry) { return is_named_after(entry.at("file"), ids); });
    erase_from(report, "possible_duplicates", [&](const json::object& entry) { return is_one(entry, "id") || is_one(entry, "other_id"); });
    erase_from(report, "diagnostics", [&](const json::object& entry) {
        return files.contains(std::string(entry.at("file").as_string())) || is_named_after(entry.at("file"), ids);
    });
    return json::serialize(report) + '\n';
}

}  // namespace palermo
