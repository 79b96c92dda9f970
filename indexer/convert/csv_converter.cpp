// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_converter.hpp"

#include "corpus/shortened.hpp"
#include "indexer/convert/csv_header.hpp"
#include "indexer/convert/line_index.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// What a cell says: one value, or several with ';' between them. White space in it is layout, except in prose, whose lines matter.
std::vector<Said> values_of(const CsvColumn& column, const Said& cell) {
    if (column.variants == Variants::by_language) return {cell};
    if (!column.is_list) return {{.words = plain_words(cell.words), .place = cell.place}};
    std::vector<Said> values;
    for (auto& part : parts_of(cell.words, ';')) {
        if (!part.empty()) values.push_back({.words = std::move(part), .place = cell.place});
    }
    return values;
}

void require(RowDraft& row, const Said& said, const std::string& what, const std::string& mend) {
    if (said.empty()) row.refuse(row.draft.place, "This row has no " + what + '.', mend);
}

void fill_from_options(Draft& draft, const ConvertOptions& options) {
    if (draft.lang.empty()) draft.lang.words = options.lang;
    if (draft.country.empty() && draft.body.empty()) draft.country.words = options.country;
    if (draft.crime_types.empty())
        for (const auto& type : options.crime_types) draft.crime_types.push_back({.words = type});
    for (auto& text : draft.texts)
        if (text.lang.empty()) text.lang = draft.lang.words;
}

void check_proceedings(RowDraft& row) {
    // A row may leave out court and fill court-2.
    std::erase_if(row.draft.proceedings, [](const DraftProceeding& proceeding) { return proceeding.empty(); });
    for (const auto& proceeding : row.draft.proceedings) {
        if (!proceeding.court_level.empty() && proceeding.court.empty())
            row.refuse(proceeding.court_level.place, "There is a level of the court and no court.", "Name the court, or empty this cell.");
        if (!proceeding.outcome_wording.empty() && proceeding.outcome.empty())
            row.refuse(proceeding.outcome_wording.place, "There are words for an outcome and no outcome.",
                       "Write the code that fits them into the column outcome (other, if none does).");
    }
}

/// What every record needs and what belongs together.
void complete(RowDraft& row, const ConvertOptions& options) {
    fill_from_options(row.draft, options);
    require(row, row.draft.id, "id", "Give it one of its own in the column id.");
    require(row, row.draft.title, "title", "Write the name of the case into the column title.");
    require(row, row.draft.country.empty() ? row.draft.body : row.draft.country, "country",
            "Write one into the column country, or say --country for all rows without one.");
    if (row.draft.crime_types.empty())
        row.refuse(row.draft.place, "This row has no crime type.",
                   "Write one into the column crime-types, or say --crime-type for all rows without one.");
    if (std::ranges::any_of(row.draft.texts, [](const auto& text) { return text.lang.empty(); }))
        row.refuse(row.draft.place, "This row does not say the language of its text.",
                   "Write it into the column lang, or say --lang for all rows without one.");
    check_proceedings(row);
}

class CsvConverter {
public:
    explicit CsvConverter(const ConvertOptions& options) : options_(options) {}

    Conversion convert(const SourceText& source) {
        auto table = read_csv(source, options_.separator);
        conversion_.findings = std::move(table.broken);
        conversion_.refused = conversion_.findings.size();
        if (table.rows.empty()) return std::move(conversion_);
        header_ = read_header(table.rows.front(), options_);
        if (!header_.faults.empty()) {
            conversion_.refused += std::max<std::size_t>(1, table.rows.size() - 1);
            append(header_.faults);
            return std::move(conversion_);
        }
        if (table.rows.size() == 1 && conversion_.findings.empty()) {
            conversion_.refused = 1;
            conversion_.findings.push_back({.place = table.rows.front().place,
                                            .message = "There is a header and no row below it.",
                                            .mend = "Write one row for each case."});
        }
        for (auto row = table.rows.begin() + 1; row != table.rows.end(); ++row) convert_row(*row);
        return std::move(conversion_);
    }

private:
    void append(Diagnostics& faults) {
        conversion_.findings.insert(conversion_.findings.end(), std::make_move_iterator(faults.begin()),
                                    std::make_move_iterator(faults.end()));
    }

    void convert_row(const CsvRow& cells) {
        // Spreadsheets write rows without content as separators alone.
        if (std::ranges::all_of(cells.cells, [](const Said& cell) { return plain_words(cell.words).empty(); })) return;
        RowDraft row;
        row.draft.place = cells.place;
        if (cells.cells.size() == header_.cells.size())
            take_cells(row, cells);
        else
            row.refuse(cells.place,
                       "This row has " + count(cells.cells.size()) + " and the header " + std::to_string(header_.cells.size()) + ".",
                       mend_of_width(cells));
        if (row.faults.empty()) complete(row, options_);
        if (row.faults.empty())
            conversion_.drafts.push_back(std::move(row.draft));
        else
            ++conversion_.refused;
        append(row.faults);
    }

    std::string mend_of_width(const CsvRow& cells) const {
        if (cells.cells.size() < header_.cells.size())
            return "Write all cells, the empty ones too; put cells that hold line ends into quotes.";
        if (has_curly_quotes(cells)) return "Write straight quotes (\") around a cell that holds a separator: curly ones are letters.";
        return "Put cells that hold a separator into quotes, or remove what is too much.";
    }

    static bool has_curly_quotes(const CsvRow& row) {
        return std::ranges::any_of(row.cells, [](const Said& cell) { return cell.words.starts_with("“") || cell.words.starts_with("„"); });
    }

    static std::string count(std::size_t cells) { return std::to_string(cells) + (cells == 1 ? " cell" : " cells"); }

    void take_cells(RowDraft& row, const CsvRow& cells) {
        for (std::size_t i = 0; i < cells.cells.size(); ++i) {
            const auto& cell = cells.cells[i];
            if (plain_words(cell.words).empty()) continue;
            const auto& [column, target, name] = header_.cells[i];
            const auto characters = count_characters(cell.words);
            if (column == nullptr) {
                leave(name, cell, characters);
                continue;
            }
            if (const auto values = values_of(*column, cell); !values.empty()) column->take(row, target, values);
            row.draft.carried += {.pieces = 1, .characters = characters};
        }
    }

    void leave(const Said& column, const Said& cell, std::size_t characters) {
        const auto nearest = column.words.empty() ? std::nullopt : nearest_column(column.words);
        conversion_.unmapped.push_back({.place = cell.place,
                                        .name = column.words.empty() ? "a column without a name" : "column " + in_quotes(column.words),
                                        .key = column.words,
                                        .words = folded(cell.words),
                                        .characters = characters,
                                        .hint = nearest ? "Did you mean the column " + *nearest + "?" : std::string()});
    }

    const ConvertOptions& options_;
    Header header_;
    Conversion conversion_;
};

}  // namespace

Conversion convert_csv(const SourceText& source, const ConvertOptions& options) { return CsvConverter(options).convert(source); }

}  // namespace palermo
