// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/document_builder.hpp"

#include "indexer/index/document_dump.hpp"
#include "indexer/load/loader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace palermo::test {

TEST_CASE("the index layout of a complete record is the golden one", "[load][golden]") {
    const TempDirectory directory;
    const IndexDirectory index(directory.path() / "index");
    const auto report = load({.index = index.root(),
                              .schemas = PALERMO_SOURCE_DIR "/schemas",
                              .sources = {RecordFile{PALERMO_SOURCE_DIR "/tests/corpus/records/complete.xml"}}});
    REQUIRE(report.has_value());
    const auto view = WorkerView::open(*Snapshot::open(index, 1));
    const auto dump = dump_document(*view, 1);
    REQUIRE(dump.has_value());
    const std::string file = PALERMO_SOURCE_DIR "/tests/golden/index_layout.txt";
    if (std::getenv("PALERMO_RENEW_GOLDEN") != nullptr) std::ofstream(file) << *dump;
    std::ifstream stream(file);
    const std::string golden(std::istreambuf_iterator<char>(stream), {});
    INFO("The layout has changed. If that is meant, raise the format or analyzer version and renew the file with PALERMO_RENEW_GOLDEN=1.");
    CHECK(*dump == golden);
}

}  // namespace palermo::test
