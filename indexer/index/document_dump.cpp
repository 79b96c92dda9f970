// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_dump.hpp"

#include "indexer/index/document_walk.hpp"
#include "indexer/index/layout.hpp"

#include <algorithm>
#include <string_view>

namespace palermo {
namespace {

/// The field whose prefix a term carries: the longest that fits, for "XI" begins like "X".
std::string field_of(std::string_view term) {
    if (const auto text = layout::read_text_term(term))
        return std::string(layout::text_fields[text->field].name) + (text->is_stem ? " stem" : "");
    std::string_view best;
    std::string_view name;
    for (const auto& field : layout::boolean_fields) {
        if (!term.starts_with(field.prefix) || field.prefix.size() <= best.size()) continue;
        best = field.prefix;
        name = field.name;
    }
    return name.empty() ? std::string(layout::body.name) : std::string(name);
}

std::string positions_of(const std::string& term, const ForwardIndex& index, const ForwardDocument& words) {
    std::string text;
    for (const auto position : words.positions(index.find(term))) text += (text.empty() ? " at " : ",") + std::to_string(position);
    return text;
}

std::string starts_of(std::string_view what, const std::vector<std::uint32_t>& starts) {
    std::string text;
    for (const auto start : starts) text += (text.empty() ? "" : ",") + std::to_string(start);
    return std::string(what) + " begin at " + text + '\n';
}

std::string dump(const Xapian::Document& document, const ForwardIndex& index, const ForwardDocument& words) {
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        text += "term  " + *term + "  (" + field_of(*term) + ", " + std::to_string(term.get_wdf()) + " times" +
                positions_of(*term, index, words) + ")\n";
    }
    text += starts_of("paragraphs", words.paragraph_starts()) + starts_of("sentences", words.sentence_starts());
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        const auto slot = std::ranges::find(layout::value_slots, value.get_valueno(), &layout::ValueSlot::slot);
        text += "value " + std::to_string(value.get_valueno()) + ' ' + (slot == layout::value_slots.end() ? "" : std::string(slot->name)) +
                "  " + *value + '\n';
    }
    return text;
}

}  // namespace

Result<std::string> dump_document(const WorkerView& view, std::uint32_t library_docid) {
    if (const auto held = view.data(library_docid); !held) return held.error();
    const auto& snapshot = view.snapshot();
    const auto segment = snapshot.segment_of(library_docid).value();
    const auto& index = snapshot.forward(segment);
    const auto words = index.document(library_docid).value_or(ForwardDocument());
    const auto database = snapshot.directory().database(snapshot.manifest().segments[segment].id).string();
    return guarded(database, [&] {
        std::string text;
        for_each_document(Xapian::Database(database), library_docid, library_docid,
                          [&](std::uint32_t, const Xapian::Document& document) { text = dump(document, index, words); });
        return text;
    });
}

}  // namespace palermo
