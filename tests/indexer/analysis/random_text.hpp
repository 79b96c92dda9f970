// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>

namespace palermo::test {

/// A short text of everything that decides where words and sentences end, in any order: letters of many scripts, digits, every kind of
/// sign, marks, invisible characters, broken UTF-8. Of each text some kinds only, so that there are long plain stretches too.
[[nodiscard]] std::string random_text(std::mt19937& random);

/// The text with every byte that is not a printable ASCII character as \xNN, for messages.
[[nodiscard]] std::string spelt_out(const std::string& text);

}  // namespace palermo::test
