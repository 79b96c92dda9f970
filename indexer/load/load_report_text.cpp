// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_report_text.hpp"

#include "corpus/printable.hpp"
#include "corpus/shortened.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

/// So much of a list is read.
constexpr std::size_t most_shown = 20;
/// So many bytes of a text on each side of the difference.
constexpr std::size_t most_around = 40;
constexpr std::size_t longest_value = 200;

std::string counted(std::uint64_t count, const std::string& words) { return std::to_string(count) + ' ' + words; }

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// `text` from `begin` to `end`, moved to the borders of characters, with "..." where something was cut.
std::string cut(std::string_view text, std::size_t begin, std::size_t end) {
    end = std::min({end, text.size(), begin + longest_value});
    while (begin > 0 && is_inside_character(text[begin])) --begin;
    while (end < text.size() && is_inside_character(text[end])) ++end;
    return (begin > 0 ? "..." : "") + std::string(text.substr(begin, end - begin)) + (end < text.size() ? "..." : "");
}

std::string quoted(std::string_view text, std::size_t begin, std::size_t end) {
    return text.empty() ? "not recorded" : '"' + printable(cut(text, begin, end)) + '"';
}

std::string render(const FieldChange& change) {
    const auto& [field, before, after] = change;
    const auto shortest = std::min(before.size(), after.size());
    std::size_t same = 0;
    while (same < shortest && before[same] == after[same]) ++same;
    std::size_t same_behind = 0;
    while (same_behind < shortest - same && before[before.size() - 1 - same_behind] == after[after.size() - 1 - same_behind]) ++same_behind;
    const auto begin = same > most_around ? same - most_around : 0;
    const auto end_of = [&](const std::string& text) { return text.size() - same_behind + most_around; };
    return "    " + field + "\n      was " + quoted(before, begin, end_of(before)) + "\n      is  " + quoted(after, begin, end_of(after)) +
           '\n';
}

/// The first lines of a list, and how many more there are.
template <class List, class Render>
std::string render_list(const std::string& heading, const List& list, Render render_entry) {
    if (list.empty()) return {};
    std::string text = heading + '\n';
    std::size_t shown = 0;
    for (const auto& entry : list) {
        if (shown++ == most_shown) break;
        text += render_entry(entry);
    }
    if (list.size() > most_shown) text += "  and " + std::to_string(list.size() - most_shown) + " more (--json tells all)\n";
    return text;
}

std::string from_file(const std::string& file) { return file.empty() ? "\n" : "  (" + printable(file) + ")\n"; }

std::string render_records(const LoadReport& report) {
    const auto line = [](const ReportedRecord& record) { return "  " + record.id + from_file(record.file); };
    // Of a first load everybody knows that all is new.
    auto text = report.live_generation > 1 || report.dry_run ? render_list("Added:", report.added_records, line) : std::string();
    text += render_list("Changed:", report.changed_records,
                        [&](const ReportedRecord& record) { return line(record) + render_text(record.changes); });
    return text + render_list("Taken out:", report.removed_records, line);
}

std::string render_findings(const LoadReport& report) {
    auto text = render_list("Concepts that no vocabulary has:", report.unknown_terms, [](const auto& entry) {
        const auto& [term, records] = entry;
        return "  " + term.scheme + ' ' + shortened(term.id) + ", in " + counted(records, records == 1 ? "record" : "records") +
               (term.nearest.empty() ? "" : "; the nearest is " + term.nearest) + '\n';
    });
    return text + render_list("Possible duplicates:", report.duplicates, [](const PossibleDuplicate& each) {
               return "  " + each.id + " and " + each.other_id + ": " + each.reason + '\n';
           });
}

/// "convicted +12," and so on; of many only those that move most.
std::vector<std::string> words_of(const std::map<std::string, std::int64_t>& moves) {
    std::vector<std::pair<std::string, std::int64_t>> shown(moves.begin(), moves.end());
    if (shown.size() > most_shown) {
        std::ranges::stable_sort(shown, std::ranges::greater(), [](const auto& move) { return std::abs(move.second); });
        shown.resize(most_shown);
    }
    std::vector<std::string> words;
    for (const auto& [value, by] : shown)
        words.push_back(value + (by > 0 ? " +" : " ") + std::to_string(by) + (words.size() + 1 < shown.size() ? "," : ""));
    if (moves.size() > most_shown) words.push_back("and " + std::to_string(moves.size() - most_shown) + " more (--json tells all)");
    return words;
}

/// The words behind what stands on the line already, on as many lines as they need.
std::string wrapped(const std::vector<std::string>& words) {
    constexpr std::size_t line_width = 100;
    std::string text;
    std::size_t column = 0;
    for (const auto& word : words) {
        if (column > 0 && column + 1 + word.size() > line_width) {
            text += "\n   ";
            column = 0;
        }
        text += ' ' + word;
        column += 1 + word.size();
    }
    return text;
}

std::string render_moves(const LoadReport& report) {
    std::string text;
    // A first load moves every count from nothing.
    if (report.live_generation <= 1 && !report.dry_run) return text;
    for (const auto facet : all_facets) {
        const auto& moves = report.facet_moves[facet];
        if (moves.empty()) continue;
        text += "  " + std::string(name_of(facet)) + ':';
        text += wrapped(words_of(moves)) + '\n';
    }
    return text.empty() ? text : "Counts that move:\n" + text;
}

std::string render_sum(const LoadReport& report) {
    auto text = counted(report.given, report.given == 1 ? "record given: " : "records given: ") + counted(report.added, "added, ") +
                counted(report.changed, "changed, ") + counted(report.same, "the same, ");
    if (report.restricted > 0) text += counted(report.restricted, "restricted (not indexed), ");
    text += counted(report.rejected, "rejected.\n");
    if (report.removed > 0) text += counted(report.removed, "taken out of the index.\n");
    if (report.rebuilt > 0) text += counted(report.rebuilt, "built again, since the vocabularies or the text analysis changed.\n");
    return text;
}

std::string render_end(const LoadReport& report) {
    const auto records = ", with " + counted(report.records, report.records == 1 ? "record.\n" : "records.\n");
    const auto live = "generation " + std::to_string(report.live_generation);
    if (report.refused) return "Nothing was loaded, because the load was to be strict: mend what was rejected and load again.\n";
    if (report.generation) return "Generation " + std::to_string(*report.generation) + " is live" + records;
    if (report.dry_run && changes_anything(report))
        return std::string("Nothing was written: this was a dry run.") +
               (report.live_generation == 0 ? " The load will make a new index.\n" : "\n");
    if (report.live_generation > 0) return "Nothing to change: " + live + " stays live" + records;
    return "Nothing to load: no index was made.\n";
}

}  // namespace

std::string render_text(const std::vector<FieldChange>& changes) {
    // The bytes differ all the same, and are what is kept.
    if (changes.empty()) return "    no field: only how the file is written, such as spaces, comments or the order of entries\n";
    std::string text;
    for (std::size_t i = 0; i < changes.size() && i < most_shown; ++i) text += render(changes[i]);
    if (changes.size() > most_shown) text += "    and " + std::to_string(changes.size() - most_shown) + " more fields\n";
    return text;
}

std::string render_text(const LoadReport& report) {
    std::string text;
    for (const auto& diagnostic : report.diagnostics) text += format(diagnostic) + '\n';
    return text + render_records(report) + render_findings(report) + render_moves(report) + render_summary(report);
}

std::string render_summary(const LoadReport& report) { return render_sum(report) + render_end(report); }

}  // namespace palermo
