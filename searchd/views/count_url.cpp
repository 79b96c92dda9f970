// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/count_url.hpp"

#include "corpus/nearest.hpp"
#include "corpus/shortened.hpp"
#include "searchd/views/utf8.hpp"

#include <algorithm>

namespace palermo {
namespace {

std::vector<std::string> known_sides() {
    std::vector<std::string> names;
    for (const auto& [name, side] : pivot_side_names) names.emplace_back(name);
    return names;
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Diagnostic unknown_side(const std::string& name) {
    const auto known = known_sides();
    std::string all;
    for (const auto& each : known) all += (all.empty() ? "" : ", ") + each;
    const auto meant = nearest(name, known);
    return {.message = "The parameter pivot crosses sides such as issue,outcome; there is no side " + in_quotes(clean_utf8(name)) + '.',
            .mend = (meant ? "Did you mean \"" + *meant + "\"? " : "") + "The sides are: " + all + '.'};
}

/// What is wrong with a table of sides that are all known; empty when nothing is.
std::string fault_of(const Pivot& pivot) {
    if (pivot.size() < 2 || pivot.size() > max_pivot_sides) return "crosses two or three sides";
    for (auto side = pivot.begin(); side != pivot.end(); ++side) {
        if (std::find(side + 1, pivot.end(), *side) != pivot.end()) return "names each side once";
    }
    const auto has = [&](PivotSide side) { return std::ranges::find(pivot, side) != pivot.end(); };
    if (has(PivotSide::role) && !has(PivotSide::issue)) return "has the role of an issue beside the issue, as in issue,role";
    return {};
}

}  // namespace

Result<void> read_pivot(const UrlParameter& parameter, CountRequest& counts) {
    Pivot pivot;
    for (const auto& name : parts_of(parameter.second)) {
        const auto side = pivot_side_named(name);
        if (!side) return unknown_side(name);
        pivot.push_back(*side);
    }
    if (const auto fault = fault_of(pivot); !fault.empty())
        return Diagnostic{.message = "The parameter pivot " + fault + "; " + in_quotes(parameter.second) + " does not.",
                          .mend = "Correct it, as in pivot=issue,outcome, or leave it out."};
    if (std::ranges::find(counts.pivots, pivot) != counts.pivots.end()) return {};
    if (counts.pivots.size() == max_pivots)
        return Diagnostic{.message = "More than " + std::to_string(max_pivots) + " pivots are asked for.",
                          .mend = "Ask for fewer at a time."};
    counts.pivots.push_back(std::move(pivot));
    return {};
}

Result<void> read_histogram(const UrlParameter& parameter, CountRequest& counts) {
    const auto& [name, value] = parameter;
    if (value != "year" && value != "month") return bad_value(name, value, "year or month");
    const auto unit = value == "year" ? HistogramUnit::year : HistogramUnit::month;
    if (std::ranges::find(counts.histograms, unit) == counts.histograms.end()) counts.histograms.push_back(unit);
    return {};
}

Result<void> read_sentences(const UrlParameter& parameter, CountRequest& counts) { return read_switch(parameter, counts.sentences); }

std::vector<UrlParameter> parameters_of(const CountRequest& counts) {
    std::vector<UrlParameter> parameters;
    for (const auto& pivot : counts.pivots) parameters.emplace_back("pivot", name_of(pivot));
    for (const auto unit : counts.histograms) parameters.emplace_back("histogram", name_of(unit));
    if (counts.sentences) parameters.emplace_back("sentences", "1");
    return parameters;
}

std::string name_of(const Pivot& pivot) {
    std::string name;
    for (const auto side : pivot) name += (name.empty() ? "" : ",") + std::string(name_of(side));
    return name;
}

std::string name_of(HistogramUnit unit) { return unit == HistogramUnit::year ? "year" : "month"; }

}  // namespace palermo
