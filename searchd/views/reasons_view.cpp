// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/reasons_view.hpp"

#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace palermo {
namespace {

namespace json = boost::json;

/// Legal concepts that are named before the rest is only counted; most cases share the usual ones.
constexpr std::size_t shown_concepts = 3;

json::array labelled(const std::vector<Labelled>& values) {
    json::array array;
    for (const auto& value : values) array.push_back(json::object{{"id", clean_utf8(value.id)}, {"label", clean_utf8(value.label)}});
    return array;
}

std::string counted(std::size_t more) { return std::to_string(more) + (more == 1 ? " more legal concept" : " more legal concepts"); }

}  // namespace

Html render_reasons(const Hit& hit) {
    if (!hit.reasons) return {};
    const auto& [issues, concepts, words] = *hit.reasons;
    std::vector<Html> shared;
    for (const auto& issue : issues) shared.push_back(text(issue.label));
    for (std::size_t i = 0; i < std::min(shown_concepts, concepts.size()); ++i) shared.push_back(text(concepts[i].label));
    if (concepts.size() > shown_concepts) shared.push_back(text(counted(concepts.size() - shown_concepts)));
    std::vector<Html> read;
    for (const auto& word : words) read.push_back(element("bdi", text(word)));
    if (!read.empty()) shared.push_back(text(words.size() == 1 ? "the word " : "the words ") + join(read, ", "));
    if (shared.empty()) return {};
    return element("p", {{"class", "reasons"}}, {element("span", {{"class", "label"}}, text("Shares: ")), join(shared, "; ")});
}

json::object with_reasons(json::object shown, const Hit& hit) {
    if (!hit.reasons) return shown;
    json::array words;
    for (const auto& word : hit.reasons->words) words.emplace_back(clean_utf8(word));
    shown["reasons"] = json::object{{"evidential_issues", labelled(hit.reasons->evidential_issues)},
                                    {"legal_concepts", labelled(hit.reasons->legal_concepts)},
                                    {"words", std::move(words)}};
    return shown;
}

}  // namespace palermo
