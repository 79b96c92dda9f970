// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

/// A case as the peers are given it: all that Palermo indexes of it, parsed already. The file's format is that of Omega's scriptindex:
/// lines "name=value", an empty line behind each record. No value has a line break.
/// Names: id, p (a piece of prose, in the order of reading), title, court, party, identifier, docket, lang, the seven facets with every
/// concept above (evidential_issue, legal_concept, outcome, crime_type, jurisdiction, court_level, year), earliest, latest, sentence.
struct FlatField {
    std::string name;
    std::string value;
};
using FlatRecord = std::vector<FlatField>;

/// The name of a facet there: hyphens are no letters to Omega.
[[nodiscard]] std::string flat_name(std::string_view facet);

/// Reads the next record; false at the end of the file.
[[nodiscard]] bool read_flat_record(std::istream& in, FlatRecord& record);

}  // namespace palermo::bench
