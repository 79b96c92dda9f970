// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// One complaint of the schema engine, taken apart: all that the sentence for people needs.
struct SchemaFinding {
    int code = 0;           ///< libxml2's xmlParserErrors number
    std::string element;    ///< local name
    std::string attribute;  ///< empty: the complaint is about the element
    std::string message;    ///< the engine's own words: only facts (names, values) are read out of them
};

struct FindingWords {
    std::string message;
    std::string mend;
};

/// The complaint in our words. Empty message: it repeats another one and is left out.
[[nodiscard]] FindingWords describe(const SchemaFinding& finding);

}  // namespace palermo
