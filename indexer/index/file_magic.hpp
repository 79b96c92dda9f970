// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What the files of a segment begin with: which file it is and, as the last digit, in which form. Said once for those who write them and
/// those who read them.
namespace palermo::file_magic {

inline constexpr std::string_view completions = "PLMCOMP2";
inline constexpr std::string_view documents = "PLMDOCS1";
inline constexpr std::string_view facet_columns = "PLMFACE2";
inline constexpr std::string_view forward_index = "PLMFWRD3";
inline constexpr std::string_view record_table = "PLMRECS1";
inline constexpr std::string_view texts = "PLMTEXT2";

}  // namespace palermo::file_magic
