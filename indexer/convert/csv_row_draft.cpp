// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_row_draft.hpp"

#include "indexer/convert/line_index.hpp"

#include <utility>

namespace palermo {

void RowDraft::refuse(const Place& place, std::string message, std::string mend) {
    faults.push_back({.place = place, .message = std::move(message), .mend = std::move(mend)});
}

std::string plain_words(std::string_view text) {
    constexpr std::string_view unbreakable = "\xC2\xA0";
    if (text.find(unbreakable) == std::string_view::npos) return folded(text);
    std::string spaced(text);
    for (auto found = spaced.find(unbreakable); found != std::string::npos; found = spaced.find(unbreakable, found))
        spaced.replace(found, unbreakable.size(), " ");
    return folded(spaced);
}

std::vector<std::string> parts_of(std::string_view value, char sign) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size() && value[i + 1] == sign)
            parts.back() += value[++i];
        else if (value[i] == sign)
            parts.emplace_back();
        else
            parts.back() += value[i];
    }
    for (auto& part : parts) part = plain_words(part);
    return parts;
}

}  // namespace palermo
