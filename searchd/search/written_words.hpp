// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

// Words as they are written: the engine's posting lists are of stems, and the forward indexes tell which form stands where.

/// The posting lists of the documents in which some words stand.
struct Cover {
    std::vector<std::string> postings;  ///< terms; none when the words stand nowhere
    bool has_others = false;            ///< documents are in them in which none of the words stands
};

/// `terms`: stems' and words as written, of one text field.
[[nodiscard]] Cover cover(const Snapshot& snapshot, const std::vector<std::string>& terms);

/// Of `written` in its field, at most.
[[nodiscard]] std::uint64_t documents_with(const Snapshot& snapshot, const std::string& written);

/// Whether one of them is not deleted.
[[nodiscard]] bool has_live_word(const Snapshot& snapshot, const std::string& written);

/// What words of a field begin with the same letters, and in how many documents each stands at most.
struct WordsByBeginning {
    std::map<std::string, std::uint64_t, std::less<>> documents;
    bool is_cut = false;  ///< there are more
};

/// `field`: index into layout::text_fields. Of each segment not more than `most` are looked at.
[[nodiscard]] WordsByBeginning words_beginning_with(const Snapshot& snapshot, std::string_view beginning, std::size_t field,
                                                    std::size_t most);

}  // namespace palermo
