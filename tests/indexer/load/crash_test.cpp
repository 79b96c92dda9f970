// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "indexer/index/index_verifier.hpp"
#include "indexer/index/worker_view.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <sys/wait.h>
#include <unistd.h>

namespace palermo::test {
namespace {

LoadRequest request(const std::filesystem::path& index, const std::vector<TestRecord>& records) {
    LoadRequest made{.index = index, .schemas = PALERMO_SOURCE_DIR "/schemas"};
    for (const auto& record : records) made.sources.emplace_back(SourceText(record.id + ".xml", to_xml(record)));
    return made;
}

/// Loads in a process of its own that dies, like a power cut, at the step with this number. True when it got to its end before.
bool load_until(const LoadRequest& wanted, int fatal_step) {
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto doomed = wanted;
        doomed.progress = [step = 0, fatal_step](auto, auto, auto) mutable {
            if (step++ == fatal_step) _exit(9);
        };
        _exit(load(doomed).has_value() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) != 1);
    return WEXITSTATUS(status) == 0;
}

std::uint64_t live_generation(const std::filesystem::path& index) {
    const auto generation = IndexDirectory(index).current_generation();
    REQUIRE(generation.has_value());
    return generation->value_or(0);
}

}  // namespace

TEST_CASE("a load that dies at any step leaves the old generation or the new one, whole, and the next load works", "[load][crash]") {
    const std::vector<TestRecord> old_records{{.id = "a", .facts = {"Old."}}, {.id = "b", .facts = {"Old."}}};
    const std::vector<TestRecord> new_records{{.id = "a", .facts = {"New."}}, {.id = "c", .facts = {"New."}}};
    int stops = 0;
    for (bool done = false; !done; ++stops) {
        const TempDirectory directory;
        const auto index = directory.path() / "index";
        REQUIRE(load(request(index, old_records)).has_value());
        done = load_until(request(index, new_records), stops);

        CHECK(verify_index(IndexDirectory(index)).findings.empty());
        const auto generation = live_generation(index);
        CHECK((generation == 1 || generation == 2));
        const auto view = WorkerView::open(*Snapshot::open(IndexDirectory(index), generation));
        CHECK(view->database().get_termfreq("Znew") == (generation == 2 ? 2 : 0));
        REQUIRE(load(request(index, new_records)).has_value());
        CHECK(live_generation(index) == 2);
        CHECK(verify_index(IndexDirectory(index)).findings.empty());
    }
    CHECK(stops >= 9);
}

TEST_CASE("a first load that dies at any step leaves no index or a whole one", "[load][crash]") {
    const std::vector<TestRecord> records{{.id = "a"}};
    for (int stop = 0;; ++stop) {
        const TempDirectory directory;
        const auto index = directory.path() / "index";
        const bool done = load_until(request(index, records), stop);
        if (live_generation(index) > 0) CHECK(verify_index(IndexDirectory(index)).findings.empty());
        REQUIRE(load(request(index, records)).has_value());
        CHECK(live_generation(index) == 1);
        if (done) break;
    }
}

}  // namespace palermo::test
