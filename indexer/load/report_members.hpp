// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The lists of a kept report by name, and its one sum by facet: what writes a report and what forgets records in it spell them here. They
/// stand in this order: what names records comes before what is summed up over them, and before the findings, which name files only.
namespace palermo::report_members {

inline constexpr std::string_view added_records = "added_records";
inline constexpr std::string_view changed_records = "changed_records";
inline constexpr std::string_view removed_records = "removed_records";
inline constexpr std::string_view rejected_records = "rejected_records";
inline constexpr std::string_view possible_duplicates = "possible_duplicates";
inline constexpr std::string_view unknown_terms = "unknown_terms";
inline constexpr std::string_view facet_moves = "facet_moves";  ///< no list: an object by facet and value
inline constexpr std::string_view diagnostics = "diagnostics";

/// Of entries {id, file}.
inline constexpr std::array record_lists{added_records, changed_records, removed_records, rejected_records};
inline constexpr std::array lists{added_records,       changed_records, removed_records, rejected_records,
                                  possible_duplicates, unknown_terms,   diagnostics};

}  // namespace palermo::report_members
