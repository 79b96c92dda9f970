// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/convert_report.hpp"

#include "corpus/printable.hpp"
#include "corpus/shortened.hpp"
#include "indexer/load/load_report_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace palermo::commands {
namespace {

namespace json = boost::json;

std::string count(std::size_t number, const std::string& one, const std::string& many) {
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

std::string words_of(const Amount& amount) {
    return count(amount.pieces, "piece", "pieces") + " of content (" + count(amount.characters, "character", "characters") + ')';
}

Amount sum(const std::vector<Unmapped>& pieces) {
    Amount amount;
    for (const auto& piece : pieces) amount += {.pieces = 1, .characters = piece.characters};
    return amount;
}

/// "line 8", "lines 8, 9 and 12", or the first twenty of many.
std::string lines_of(const std::vector<const Unmapped*>& pieces) {
    constexpr std::size_t most = 20;
    std::vector<int> lines;
    for (const auto* piece : pieces)
        if (lines.empty() || lines.back() != piece->place.line) lines.push_back(piece->place.line);
    std::string text = lines.size() == 1 ? "line " : "lines ";
    const auto shown = std::min(lines.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += i + 1 == lines.size() ? " and " : ", ";
        text += std::to_string(lines[i]);
    }
    if (shown < lines.size()) text += " and " + std::to_string(lines.size() - shown) + " more, which --json lists";
    return text;
}

Diagnostic as_finding(const std::vector<const Unmapped*>& pieces) {
    const auto& first = *pieces.front();
    Amount amount;
    for (const auto* piece : pieces) amount += {.pieces = 1, .characters = piece->characters};
    const auto mend = first.hint.empty() ? "Add by hand what matters, or say --leave-out '" + first.key + "'."
                                         : first.hint + " Otherwise say --leave-out '" + first.key + "'.";
    return {.severity = Severity::warning,
            .place = first.place,
            .message = "No part of a record takes " + first.name + ": " + words_of(amount) + (amount.pieces == 1 ? " is" : " are") +
                       " not carried over (" + lines_of(pieces) + "), " + (amount.pieces == 1 ? "" : "beginning with ") +
                       in_quotes(first.words) + '.',
            .mend = mend};
}

/// One finding for each kind of content in each file, in the order of the first of its kind.
Diagnostics grouped(const std::vector<Unmapped>& unmapped) {
    std::vector<std::vector<const Unmapped*>> groups;
    for (const auto& piece : unmapped) {
        const auto is_its = [&](const auto& group) {
            return group.front()->key == piece.key && group.front()->place.file == piece.place.file;
        };
        const auto group = std::ranges::find_if(groups, is_its);
        if (group == groups.end())
            groups.push_back({&piece});
        else
            group->push_back(&piece);
    }
    Diagnostics findings;
    for (const auto& group : groups) findings.push_back(as_finding(group));
    return findings;
}

json::array pieces_as_json(const std::vector<Unmapped>& pieces) {
    json::array array;
    for (const auto& piece : pieces) {
        array.push_back(json::object{{"file", json_text(piece.place.file)},
                                     {"line", piece.place.line},
                                     {"column", piece.place.column},
                                     {"what", piece.key},
                                     {"characters", piece.characters},
                                     {"words", piece.words}});
    }
    return array;
}

json::object amount_as_json(const Amount& amount) { return {{"pieces", amount.pieces}, {"characters", amount.characters}}; }

}  // namespace

std::string render_text(const ConvertReport& report) {
    std::string text;
    for (const auto& finding : report.findings) text += format(finding) + '\n';
    for (const auto& finding : grouped(report.unmapped)) text += format(finding) + '\n';
    const auto made = report.records.size();
    const auto same = static_cast<std::size_t>(std::ranges::count_if(report.records, &ConvertedRecord::was_there));
    text += count(made - same, "record", "records") + (report.is_dry_run ? " would be written to " : " written to ") +
            printable(report.directory);
    if (same > 0) text += ", " + std::to_string(same) + " there already and the same";
    text += ", " + std::to_string(report.rejected) + " rejected.\n";
    text += words_of(report.carried) + " carried over, " + words_of(sum(report.unmapped)) + " not";
    if (!report.left_out.empty()) text += ", " + words_of(sum(report.left_out)) + " left out as told";
    return text + ".\n";
}

std::string render_json(const ConvertReport& report) {
    json::array records;
    for (const auto& record : report.records) {
        records.push_back(json::object{{"id", record.id},
                                       {"file", json_text(record.file)},
                                       {"same", record.was_there},
                                       {"from", json::object{{"file", json_text(record.from.file)}, {"line", record.from.line}}}});
    }
    const json::object object{{"dry_run", report.is_dry_run},
                              {"records", std::move(records)},
                              {"rejected", report.rejected},
                              {"carried", amount_as_json(report.carried)},
                              {"not_carried", amount_as_json(sum(report.unmapped))},
                              {"left_out", amount_as_json(sum(report.left_out))},
                              {"unmapped", pieces_as_json(report.unmapped)},
                              {"left_out_pieces", pieces_as_json(report.left_out)},
                              {"findings", to_json(report.findings)}};
    return json::serialize(object) + '\n';
}

}  // namespace palermo::commands
