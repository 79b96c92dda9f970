// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_intake.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

const palermo::RecordIntake& intake() {
    static const auto opened = palermo::RecordIntake::open(PALERMO_SOURCE_DIR "/schemas");
    if (!opened) std::abort();
    return *opened;
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// Any bytes: a record without errors, or findings that each say something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = palermo::source_from_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    if (!source) {
        require(!source.error().message.empty());
        return 0;
    }
    const auto checked = intake().take(*source);
    require(checked.record.has_value() == !palermo::has_errors(checked.diagnostics));
    for (const auto& diagnostic : checked.diagnostics) require(!diagnostic.message.empty() && !diagnostic.mend.empty());
    return 0;
}
