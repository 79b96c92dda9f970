// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/writing_guard.hpp"

#include "indexer/load/durable_file.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <initializer_list>
#include <string_view>
#include <system_error>

namespace palermo {

namespace {

/// Less than a few blocks of a database.
constexpr std::uintmax_t next_to_nothing = std::uintmax_t{64} << 10U;

bool is_full(std::filesystem::path place) {
    std::error_code error;
    while (!std::filesystem::exists(place, error) && place.has_relative_path()) place = place.parent_path();
    const auto space = std::filesystem::space(place, error);
    return !error && space.available < next_to_nothing;
}

}  // namespace

Diagnostic diagnose_write(const Xapian::Error& error, int error_number, const std::string& place) {
    const char* told = error.get_error_string();
    // Nothing but a write without room sets one of these.
    for (const auto full : {ENOSPC, EDQUOT, EFBIG}) {
        if (error_number == full || (told != nullptr && std::string_view(told) == std::strerror(full))) return disk_error(place, full);
    }
    // Without room even what was just written may read as damaged.
    if (is_full(place)) return disk_error(place, ENOSPC);
    auto diagnostic = diagnose(error, place);
    return diagnostic.cause == Cause::disk ? disk_error(place, EIO) : diagnostic;
}

}  // namespace palermo
