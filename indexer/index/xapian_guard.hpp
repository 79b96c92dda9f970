// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

// Xapian 1.4 hides its move constructors without this. The only header that includes <xapian.h>: what Xapian 2.x breaks is mended here.
#ifndef XAPIAN_MOVE_SEMANTICS
#define XAPIAN_MOVE_SEMANTICS
#endif
#include <xapian.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace palermo {

/// The sentence for a database whose bytes make no sense.
[[nodiscard]] Diagnostic damaged_database(const std::string& place);

/// One of Xapian's errors in our words: what it means for the index at `place`, and the mend. Never the engine's own message alone. Tells a
/// disk that fails from a database that is damaged.
[[nodiscard]] Diagnostic diagnose(const Xapian::Error& error, const std::string& place);

template <class Value>
struct GuardedResult {
    using Type = Result<Value>;
};

template <class Value>
struct GuardedResult<Result<Value>> {
    using Type = Result<Value>;
};

/// Runs `work`, which gives a value or a Result, and turns what Xapian throws into a diagnostic.
template <class Work>
[[nodiscard]] auto guarded(const std::string& place, Work&& work) -> typename GuardedResult<decltype(work())>::Type {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        return diagnose(error, place);
    } catch (const std::length_error&) {
        // Xapian believes the length that a damaged block gives.
        return damaged_database(place);
    }
}

}  // namespace palermo
