// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_header.hpp"

#include "corpus/nearest.hpp"
#include "indexer/convert/csv_row_draft.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

constexpr auto how_to_see = "palermo-indexer convert --describe csv prints all columns.";

/// "Crime types" and "CRIME_TYPES" are the column crime-types.
std::string plain_name(std::string_view written) {
    auto name = plain_words(written);
    for (auto& c : name) {
        if (c == ' ' || c == '_') c = '-';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

const CsvColumn* column_named(std::string_view name) {
    const auto found = std::ranges::find(csv_columns(), name, &CsvColumn::name);
    return found == csv_columns().end() ? nullptr : &*found;
}

HeaderCell understand(const Said& written) {
    HeaderCell cell{.column = nullptr, .target = {}, .name = {.words = plain_words(written.words), .place = written.place}};
    const auto name = plain_name(written.words);
    cell.column = column_named(name);
    if (cell.column != nullptr) return cell;
    if (const auto at = name.find('@'); at != std::string::npos) {
        const auto* column = column_named(std::string_view(name).substr(0, at));
        if (column == nullptr || column->variants != Variants::by_language || at + 1 == name.size()) return cell;
        cell.column = column;
        cell.target.lang = name.substr(at + 1);
        return cell;
    }
    const auto hyphen = name.rfind('-');
    if (hyphen == std::string::npos || hyphen + 2 != name.size() || name.back() < '2' || name.back() > '9') return cell;
    const auto* column = column_named(std::string_view(name).substr(0, hyphen));
    if (column == nullptr || column->variants != Variants::by_proceeding) return cell;
    cell.column = column;
    cell.target.proceeding = static_cast<std::size_t>(name.back() - '1');
    return cell;
}

Diagnostic missing(const Place& place, const std::string& message, const std::string& mend) {
    return {.place = place, .message = message, .mend = mend};
}

void require_columns(Header& header, const Place& place, const ConvertOptions& options) {
    const auto has = [&](std::string_view name) {
        return std::ranges::any_of(header.cells, [&](const auto& cell) { return cell.column != nullptr && cell.column->name == name; });
    };
    if (!has("id")) header.faults.push_back(missing(place, "The header has no column id.", "Add it: an id of its own for each case."));
    if (!has("title")) header.faults.push_back(missing(place, "The header has no column title.", "Add it: the name of each case."));
    if (!has("country") && !has("body") && options.country.empty())
        header.faults.push_back(missing(place, "The header has neither a column country nor body.",
                                        "Add one, or say --country when all cases come from one country."));
    if (!has("crime-types") && options.crime_types.empty())
        header.faults.push_back(missing(place, "The header has no column crime-types.",
                                        "Add it, or say --crime-type when all cases are about one, such as trafficking-in-persons."));
}

/// As the description of the columns writes it: "court-2", "facts@fr".
std::string name_of(const HeaderCell& cell) {
    const auto& [proceeding, lang] = cell.target;
    return std::string(cell.column->name) + (proceeding == 0 ? "" : '-' + std::to_string(proceeding + 1)) +
           (lang.empty() ? "" : '@' + lang);
}

void refuse_doubles(Header& header) {
    std::set<std::string> seen;
    for (const auto& cell : header.cells) {
        if (cell.column == nullptr || seen.insert(plain_name(cell.name.words)).second) continue;
        header.faults.push_back({.place = cell.name.place,
                                 .message = "The column " + name_of(cell) + " stands in the header twice.",
                                 .mend = "Keep one of the two."});
    }
}

/// Most often a file whose cells are separated by another sign, or one without a header.
Diagnostic no_header(const CsvRow& row, char separator) {
    const auto& first = row.cells.front().words;
    for (const auto& [sign, name] : csv_separators) {
        if (sign == separator || first.find(sign) == std::string::npos) continue;
        return {.place = row.place,
                .message = std::string("The first line names no column that is known; its cells seem to be separated by another sign."),
                .mend = "Say --separator " + std::string(name) + '.'};
    }
    return {.place = row.place,
            .message = "The first line is not a header: it names no column that is known.",
            .mend = std::string("Write the names of the columns into the first line; ") + how_to_see};
}

}  // namespace

Header read_header(const CsvRow& row, const ConvertOptions& options) {
    Header header;
    for (const auto& cell : row.cells) header.cells.push_back(understand(cell));
    if (std::ranges::all_of(header.cells, [](const auto& cell) { return cell.column == nullptr; }))
        header.faults.push_back(no_header(row, options.separator));
    else
        require_columns(header, row.place, options);
    refuse_doubles(header);
    return header;
}

std::optional<std::string> nearest_column(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& column : csv_columns()) names.emplace_back(column.name);
    return nearest(plain_name(name), names);
}

}  // namespace palermo
