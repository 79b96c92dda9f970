// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_text.hpp"
#include "indexer/convert/akn_converter.hpp"
#include "indexer/convert/csv_converter.hpp"
#include "indexer/convert/record_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const palermo::Conversion& conversion) {
    for (const auto& finding : conversion.findings) require(!finding.message.empty() && !finding.mend.empty());
    require(conversion.findings.empty() == (conversion.refused == 0));
    for (const auto& piece : conversion.unmapped) require(piece.place.line > 0 && piece.characters > 0);
    for (const auto& draft : conversion.drafts) {
        const auto written = palermo::write_record(draft);
        std::size_t lines = 0;
        for (const char c : written.xml) lines += c == '\n' ? 1U : 0U;
        // A finding in a line of the record is told at the place of the source that made it.
        require(lines == written.origins.size());
    }
}

}  // namespace

/// Any bytes as a table and as a judgment: drafts whose lines all have a place, or findings that each say something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = palermo::source_from_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    if (!source) return 0;
    const palermo::ConvertOptions stated{.id = {}, .title = {}, .lang = "en", .country = "GB", .crime_types = {"trafficking-in-persons"}};
    check(palermo::convert_csv(*source, stated));
    check(palermo::convert_akn(*source, stated));
    return 0;
}
