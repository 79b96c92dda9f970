// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_reader.hpp"

#include "corpus/unfit_character.hpp"
#include "indexer/convert/line_index.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

enum class Fault { quote_inside, text_after_quote, never_closed };

/// One row as libcsv sees it, in bytes of the text.
struct RawRow {
    struct Cell {
        std::size_t offset;
        std::string text;
    };
    std::size_t offset = 0;
    std::size_t end = 0;  ///< where the next row may begin; the place of the fault when there is one
    std::vector<Cell> cells;
    std::optional<Fault> fault;
};

class Parser {
public:
    explicit Parser(char separator) {
        constexpr unsigned char options = CSV_STRICT | CSV_STRICT_FINI;
        if (csv_init(&parser_, options) != 0) throw std::bad_alloc();
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { csv_free(&parser_); }

    /// Reads the row that begins at `offset`, which is neither a line end nor the end.
    RawRow row_at(std::string_view text, std::size_t offset) {
        row_ = {.offset = offset, .end = offset, .cells = {}, .fault = std::nullopt};
        is_done_ = false;
        cell_ = offset;
        for (; offset < text.size() && !is_done_; ++offset) {
            row_.end = offset;
            if (csv_parse(&parser_, &text[offset], 1, on_cell, on_row, this) != 1) {
                row_.fault = fault();
                return std::move(row_);
            }
        }
        row_.end = offset;
        if (!is_done_ && csv_fini(&parser_, on_cell, on_row, this) != 0) {
            row_.fault = Fault::never_closed;
            row_.end = cell_;
        }
        return std::move(row_);
    }

private:
    Fault fault() const {
        if (csv_error(const_cast<csv_parser*>(&parser_)) != CSV_EPARSE) throw std::bad_alloc();
        return parser_.quoted != 0 ? Fault::text_after_quote : Fault::quote_inside;
    }
    static void on_cell(void* text, std::size_t size, void* self) {
        auto& parser = *static_cast<Parser*>(self);
        const auto* bytes = static_cast<const char*>(text);
        parser.row_.cells.push_back({parser.cell_, size == 0 ? std::string() : std::string(bytes, size)});
        parser.cell_ = parser.row_.end + 1;
    }
    static void on_row(int, void* self) { static_cast<Parser*>(self)->is_done_ = true; }

    csv_parser parser_{};
    RawRow row_;
    std::size_t cell_ = 0;
    bool is_done_ = false;
};

class Reader {
public:
    Reader(const SourceText& source, char separator) : text_(source.text()), separator_(separator), lines_(source) {
        // The work of finding the next good row again must not grow with the square of the file.
        budget_ = 64 * text_.size();
    }

    CsvTable read() {
        std::size_t at = skip_line_ends(behind_separator_line());
        while (at < text_.size()) {
            const auto row = Parser(separator_).row_at(text_, at);
            at = row.fault ? skip_broken(row) : row.end;
            if (!row.fault) add(row);
            at = skip_line_ends(at);
        }
        return std::move(table_);
    }

private:
    /// Spreadsheets write "sep=;" above the header, for others of their kind.
    std::size_t behind_separator_line() const {
        const auto end = std::min(text_.find_first_of("\r\n"), text_.size());
        return end == 5 && (text_.starts_with("sep=") || text_.starts_with("SEP=")) ? end : 0;
    }

    std::size_t skip_line_ends(std::size_t at) const {
        // White space alone makes no row either.
        const auto next = text_.find_first_not_of(" \t\r\n", at);
        if (next == std::string_view::npos) return text_.size();
        const auto line_end = text_.find_last_of("\r\n", next);
        return line_end == std::string_view::npos || line_end < at ? at : line_end + 1;
    }
    std::size_t next_line(std::size_t at) const {
        const auto found = text_.find('\n', at);
        return found == std::string_view::npos ? text_.size() : skip_line_ends(found + 1);
    }

    void add(const RawRow& raw) {
        CsvRow row{.place = lines_.place_at(raw.offset), .cells = {}};
        for (const auto& cell : raw.cells) {
            auto place = lines_.place_at(cell.offset);
            if (const auto unfit = unfit_character(cell.text)) {
                table_.broken.push_back(
                    {.place = std::move(place),
                     .message = "This cell holds a control character, <" + unfit->name + ">, which a record cannot hold.",
                     .mend = "Remove it; it is often invisible: type the cell again."});
                return;
            }
            row.cells.push_back({.words = cell.text, .place = std::move(place)});
        }
        if (width_ == 0) width_ = row.cells.size();
        table_.rows.push_back(std::move(row));
    }

    /// Says what is wrong and gives the byte where reading goes on.
    std::size_t skip_broken(const RawRow& broken) {
        auto finding = sentence(*broken.fault);
        if (const auto* separator = other_separator(broken); separator != nullptr)
            finding = {.message = "The cells of the first line seem to be separated by another sign.",
                       .mend = "Say --separator " + std::string(separator->name) + '.'};
        finding.place = lines_.place_at(broken.end);
        auto at = next_line(broken.offset);
        while (at < text_.size() && !is_good_row(at)) at = next_line(at);
        const auto first = lines_.place_at(broken.offset).line;
        const auto last = at < text_.size() ? lines_.place_at(at).line - 1 : lines_.place_at(text_.find_last_not_of("\r\n")).line;
        finding.mend += last > first ? " Lines " + std::to_string(first) + " to " + std::to_string(last) + " were left out."
                                     : " Line " + std::to_string(first) + " was left out.";
        table_.broken.push_back(std::move(finding));
        return at;
    }

    bool is_good_row(std::size_t at) {
        if (budget_ == 0) return false;
        const auto row = Parser(separator_).row_at(text_, at);
        const auto work = (row.fault == Fault::never_closed ? text_.size() : row.end) - at;
        budget_ -= std::min(budget_, work);
        return !row.fault && row.cells.size() == width_;
    }

    /// In a header whose names are in quotes another sign than the one that was told stands right behind a quote.
    const CsvSeparator* other_separator(const RawRow& broken) const {
        if (width_ > 0 || broken.fault != Fault::text_after_quote) return nullptr;
        // A tab counts as white space, and only what follows it is a fault.
        for (const auto at : {broken.end, broken.end - 1}) {
            const auto* const found = std::ranges::find(csv_separators, text_[at], &CsvSeparator::sign);
            if (found != csv_separators.end()) return found;
        }
        return nullptr;
    }

    static Diagnostic sentence(Fault fault) {
        switch (fault) {
            case Fault::quote_inside:
                return {.message = "There is a quote inside a cell that does not begin with one.",
                        .mend = "Put the whole cell into quotes and write each quote in it twice."};
            case Fault::text_after_quote:
                return {.message = "The cell goes on here behind its closing quote.",
                        .mend = "Write each quote inside a cell twice, or put a separator here."};
            case Fault::never_closed:
                return {.message = "The quote that opens here is never closed.", .mend = "Close the cell with a quote."};
        }
        return {};
    }

    std::string_view text_;
    char separator_;
    LineIndex lines_;
    std::size_t width_ = 0;
    std::size_t budget_ = 0;
    CsvTable table_;
};

}  // namespace

CsvTable read_csv(const SourceText& source, char separator) { return Reader(source, separator).read(); }

}  // namespace palermo
