// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_report.hpp"

#include <boost/json.hpp>

#include <utility>

namespace palermo {
namespace {

std::string counted(std::uint64_t count, const std::string& words) { return std::to_string(count) + ' ' + words; }

}  // namespace

boost::json::array to_json(const Diagnostics& diagnostics) {
    boost::json::array array;
    for (const auto& diagnostic : diagnostics) {
        array.push_back(boost::json::object{{"severity", name_of(diagnostic.severity)},
                                            {"file", diagnostic.place.file},
                                            {"line", diagnostic.place.line},
                                            {"column", diagnostic.place.column},
                                            {"message", diagnostic.message},
                                            {"mend", diagnostic.mend}});
    }
    return array;
}

std::string render_text(const LoadReport& report) {
    std::string text;
    for (const auto& diagnostic : report.diagnostics) text += format(diagnostic) + '\n';
    text += counted(report.given, report.given == 1 ? "record given: " : "records given: ") + counted(report.added, "added, ") +
            counted(report.changed, "changed, ") + counted(report.same, "the same, ");
    if (report.restricted > 0) text += counted(report.restricted, "restricted (not indexed), ");
    text += counted(report.rejected, "rejected.\n");
    if (report.rebuilt > 0) text += counted(report.rebuilt, "others built again, since the vocabularies or the text analysis changed.\n");
    if (report.generation) {
        text += "Generation " + std::to_string(*report.generation) + " is live, with " +
                counted(report.records, report.records == 1 ? "record.\n" : "records.\n");
    } else if (report.live_generation > 0) {
        text += "Nothing to change: generation " + std::to_string(report.live_generation) + " stays live, with " +
                counted(report.records, report.records == 1 ? "record.\n" : "records.\n");
    } else {
        text += "Nothing to load: no index was made.\n";
    }
    return text;
}

std::string render_json(const LoadReport& report) {
    boost::json::object object{
        {"given", report.given},     {"added", report.added},           {"changed", report.changed},
        {"same", report.same},       {"restricted", report.restricted}, {"rejected", report.rejected},
        {"rebuilt", report.rebuilt}, {"generation", nullptr},           {"live_generation", report.live_generation},
        {"records", report.records}, {"seconds", report.seconds},       {"diagnostics", to_json(report.diagnostics)}};
    if (report.generation) object["generation"] = *report.generation;
    return boost::json::serialize(object) + '\n';
}

}  // namespace palermo
