// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo::query::test {

/// What the query language promises of any text: a tree whose both echoes parse back to it, or a mistake with a sentence, a place inside
/// the text and a repair that parses. Gives the promise that is broken, empty when all are kept. No test framework: the fuzzer asks it too.
[[nodiscard]] std::string broken_promise(std::string_view text);

}  // namespace palermo::query::test
