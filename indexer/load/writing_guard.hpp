// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"

#include <cerrno>
#include <string>
#include <utility>

namespace palermo {

/// What a failed write of a database means. `error_number`: errno as the failure left it, for what Xapian does not pass on.
[[nodiscard]] Diagnostic diagnose_write(const Xapian::Error& error, int error_number, const std::string& place);

/// As guarded(), for work that writes databases: tells a full disk from a damaged database.
template <class Work>
[[nodiscard]] auto guarded_write(const std::string& place, Work&& work) -> typename GuardedResult<decltype(work())>::Type {
    errno = 0;
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        return diagnose_write(error, errno, place);
    } catch (const std::length_error&) {
        return damaged_database(place);
    }
}

}  // namespace palermo
