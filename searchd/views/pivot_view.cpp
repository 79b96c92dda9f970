// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/pivot_view.hpp"

#include "searchd/views/cell_link.hpp"
#include "searchd/views/label_view.hpp"
#include "searchd/views/search_url.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// A table with more lines or columns than this is read by nobody on a page.
constexpr std::size_t most_columns = 24;
constexpr std::size_t most_lines = 200;
constexpr std::size_t most_listed = 100;

std::string heading_of(PivotSide side) {
    switch (side) {
        case PivotSide::issue: return "Evidential issue";
        case PivotSide::role: return "Role";
        case PivotSide::concept_: return "Legal concept";
        case PivotSide::act: return "Act";
        case PivotSide::means: return "Means";
        case PivotSide::purpose: return "Purpose";
        case PivotSide::outcome: return "Outcome";
        case PivotSide::crime: return "Crime type";
        case PivotSide::country: return "Jurisdiction";
        case PivotSide::level: return "Court level";
        case PivotSide::year: return "Year";
        case PivotSide::origin: return "Country of origin";
        case PivotSide::destination: return "Country of destination";
    }
    return {};
}

class PivotMaker {
public:
    PivotMaker(const PivotTable& table, const SearchResult& result, const SearchRequest& request)
        : table_(table), result_(result), request_(request) {
        for (const auto& cell : table_.cells) lines_[{cell.at.begin(), cell.at.begin() + std::ssize(table_.sides) - 1}].push_back(&cell);
    }

    Html render() const {
        const bool fits = table_.values.back().size() <= most_columns && lines_.size() <= most_lines;
        const auto content = fits ? crossed() : listed();
        return element("h3", text(title())) +
               element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", title()}}, content);
    }

private:
    std::string title() const {
        std::string words;
        for (const auto side : table_.sides) words += (words.empty() ? "" : " × ") + heading_of(side);
        return words;
    }

    Html crossed() const {
        Html head;
        for (std::size_t i = 0; i + 1 < table_.sides.size(); ++i) head += column(text(heading_of(table_.sides[i])));
        for (const auto& value : table_.values.back()) head += column(label_of(value));
        Html body;
        for (const auto& [places, cells] : lines_) body += line(places, cells);
        return element("table", {element("thead", element("tr", head)), element("tbody", body)});
    }

    Html line(const std::vector<std::uint32_t>& places, const std::vector<const PivotCell*>& cells) const {
        Html all;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto& value = table_.values[i][places[i]];
            all += element("th", {{"scope", "row"}, {"class", "depth-" + std::to_string(std::min(value.depth, 4U))}}, label_of(value));
        }
        std::size_t next = 0;
        for (std::uint32_t place = 0; place < table_.values.back().size(); ++place) {
            const bool is_there = next < cells.size() && cells[next]->at[table_.sides.size() - 1] == place;
            all += element("td", is_there ? number(*cells[next++]) : Html());
        }
        return element("tr", all);
    }

    Html listed() const {
        std::vector<const PivotCell*> cells;
        for (const auto& cell : table_.cells) cells.push_back(&cell);
        std::ranges::stable_sort(cells, std::ranges::greater(), [](const PivotCell* cell) { return cell->count; });
        Html head;
        for (const auto side : table_.sides) head += column(text(heading_of(side)));
        head += column(text("Cases"));
        Html body;
        for (const auto* cell : std::span(cells).first(std::min(cells.size(), most_listed))) {
            Html all;
            for (std::size_t i = 0; i < table_.sides.size(); ++i)
                all += element("th", {{"scope", "row"}}, label_of(table_.values[i][cell->at[i]]));
            body += element("tr", all + element("td", number(*cell)));
        }
        auto content = element("table", {element("thead", element("tr", head)), element("tbody", body)});
        if (cells.size() > most_listed)
            content += element("p", {{"class", "hint"}},
                               text("The " + std::to_string(most_listed) + " largest of " + std::to_string(cells.size()) +
                                    "; the answer as JSON has all."));
        return content;
    }

    static Html column(const Html& words) { return element("th", {{"scope", "col"}}, words); }

    Html label_of(const PivotValue& value) const { return labelled(value.label, request_.lang); }

    Html number(const PivotCell& cell) const {
        std::optional<SearchRequest> cases = request_;
        for (std::size_t i = 0; i < table_.sides.size() && cases; ++i)
            cases = narrowed_to(std::move(*cases), result_, table_.sides[i], table_.values[i][cell.at[i]].id);
        return counted_link(cell.count, std::move(cases));
    }

    const PivotTable& table_;
    const SearchResult& result_;
    const SearchRequest& request_;
    std::map<std::vector<std::uint32_t>, std::vector<const PivotCell*>> lines_;  ///< by the places on all sides but the last
};

}  // namespace

Html render_pivot(const PivotTable& table, const SearchResult& result, const SearchRequest& request) {
    return PivotMaker(table, result, request).render();
}

Html counted_link(std::uint64_t count, std::optional<SearchRequest> cases) {
    const auto number = text(std::to_string(count));
    if (!cases) return number;
    cases->counts = {};
    cases->page = 1;
    return link(search_address(*cases), number, {{"rel", "nofollow"}});
}

}  // namespace palermo
