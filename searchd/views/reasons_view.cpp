// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/reasons_view.hpp"

#include "searchd/views/label_view.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {
namespace {

/// Legal concepts that are named before the rest is only counted; most cases share the usual ones.
constexpr std::size_t shown_concepts = 3;

void write_labelled(JsonWriter& json, std::string_view name, const std::vector<Labelled>& values) {
    json.name(name);
    json.begin_array();
    for (const auto& value : values) {
        json.begin_object();
        json.member("id", value.id);
        json.member("label", value.label);
        json.end_object();
    }
    json.end_array();
}

std::string counted(std::size_t more) { return std::to_string(more) + (more == 1 ? " more legal concept" : " more legal concepts"); }

}  // namespace

Html render_reasons(const Hit& hit, std::string_view lang) {
    if (!hit.reasons) return {};
    const auto& [issues, concepts, words] = *hit.reasons;
    std::vector<Html> shared;
    for (const auto& issue : issues) shared.push_back(labelled(issue.label, lang));
    for (std::size_t i = 0; i < std::min(shown_concepts, concepts.size()); ++i) shared.push_back(labelled(concepts[i].label, lang));
    if (concepts.size() > shown_concepts) shared.push_back(text(counted(concepts.size() - shown_concepts)));
    std::vector<Html> read;
    for (const auto& word : words) read.push_back(element("bdi", text(word)));
    if (!read.empty()) shared.push_back(text(words.size() == 1 ? "the word " : "the words ") + join(read, ", "));
    if (shared.empty()) return {};
    return element("p", {{"class", "reasons"}}, {element("span", {{"class", "label"}}, text("Shares: ")), join(shared, "; ")});
}

void write_reasons(JsonWriter& json, const Hit& hit) {
    if (!hit.reasons) return;
    json.name("reasons");
    json.begin_object();
    write_labelled(json, "evidential_issues", hit.reasons->evidential_issues);
    write_labelled(json, "legal_concepts", hit.reasons->legal_concepts);
    json.name("words");
    json.begin_array();
    for (const auto& word : hit.reasons->words) json.value(word);
    json.end_array();
    json.end_object();
}

}  // namespace palermo
