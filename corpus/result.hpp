// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <boost/system/result.hpp>

#include <stdexcept>

namespace palermo {

/// A value, or the one diagnostic that explains why there is none. The only place that names the library behind it.
/// What a user can cause is a Result; exceptions are for bugs and lost disks.
template <class Value>
using Result = boost::system::result<Value, Diagnostic>;

/// Lets Result::value() throw: reaching it with an error is a bug, not bad input.
[[noreturn]] inline void throw_exception_from_error(const Diagnostic& diagnostic, const boost::source_location&) {
    throw std::logic_error("unchecked result: " + diagnostic.message);
}

}  // namespace palermo
