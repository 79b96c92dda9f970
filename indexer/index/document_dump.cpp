// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_dump.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <string_view>

namespace palermo {
namespace {

/// The field whose prefix a term carries: the longest that fits, for "XI" begins like "X".
std::string field_of(std::string_view term) {
    const bool is_stem = term.starts_with(layout::stem_prefix);
    if (is_stem) term.remove_prefix(layout::stem_prefix.size());
    std::string_view best;
    std::string_view name = layout::body.name;
    const auto consider = [&](std::string_view prefix, std::string_view field) {
        if (term.starts_with(prefix) && prefix.size() > best.size()) {
            best = prefix;
            name = field;
        }
    };
    for (const auto& field : layout::text_fields) consider(field.prefix, field.name);
    if (!is_stem) {
        for (const auto& field : layout::boolean_fields) consider(field.prefix, field.name);
    }
    return std::string(name) + (is_stem ? " stem" : "");
}

std::string positions_of(const Xapian::TermIterator& term) {
    std::string text;
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
        text += (text.empty() ? " at " : ",") + std::to_string(*position);
    }
    return text;
}

std::string dump(const Xapian::Document& document) {
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        text += "term  " + *term + "  (" + field_of(*term) + ", " + std::to_string(term.get_wdf()) + " times" + positions_of(term) + ")\n";
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        const auto slot = std::ranges::find(layout::value_slots, value.get_valueno(), &layout::ValueSlot::slot);
        text += "value " + std::to_string(value.get_valueno()) + ' ' + (slot == layout::value_slots.end() ? "" : std::string(slot->name)) +
                "  " + *value + '\n';
    }
    return text + "data  " + document.get_data() + '\n';
}

}  // namespace

Result<std::string> dump_document(const WorkerView& view, std::uint32_t library_docid) {
    const auto document = view.document(library_docid);
    if (!document) return document.error();
    return guarded(view.snapshot().directory().root().string(), [&] { return dump(*document); });
}

}  // namespace palermo
