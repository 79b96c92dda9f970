// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_intake.hpp"
#include "corpus/source_finder.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace palermo::test {

TEST_CASE("every bundled record is in order, named for its id, and says where it comes from", "[corpus][cases]") {
    const auto intake = RecordIntake::open(PALERMO_SOURCE_DIR "/schemas");
    REQUIRE(intake.has_value());
    const std::vector<std::string> paths{PALERMO_SOURCE_DIR "/corpus/cases"};
    const auto found = find_sources(paths);
    CHECK(found.files.size() == 106);
    std::set<std::string> ids;
    for (const auto& file : found.files) {
        const auto source = open_source(file);
        REQUIRE(source.has_value());
        const auto checked = intake->take(*source);
        for (const auto& diagnostic : checked.diagnostics) UNSCOPED_INFO(format(diagnostic));
        CHECK(checked.diagnostics.empty());
        REQUIRE(checked.record.has_value());
        CHECK(checked.record->id == std::filesystem::path(file).stem().string());
        CHECK(ids.insert(checked.record->id).second);
        CHECK_FALSE(checked.record->sources.empty());
        CHECK_FALSE(checked.record->provenance.notes.empty());
        CHECK_FALSE(checked.record->texts.empty());
    }
}

}  // namespace palermo::test
