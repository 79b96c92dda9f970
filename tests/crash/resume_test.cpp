// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_dump.hpp"
#include "indexer/load/live_generation.hpp"
#include "tests/crash/index_files.hpp"
#include "tests/crash/scene.hpp"
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <signal.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

/// The files of the chunks that are whole: which file it is and when it was written.
std::map<std::string, std::string> finished_chunks(const fs::path& index) {
    std::map<std::string, std::string> files;
    std::error_code error;
    for (const auto& chunk : fs::directory_iterator(index / "loading", error)) {
        if (!fs::exists(chunk.path() / "checksums", error)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(chunk.path(), error)) {
            struct stat about {};
            if (::stat(entry.path().c_str(), &about) != 0) continue;
            files[entry.path().lexically_relative(index).generic_string()] =
                std::to_string(about.st_ino) + ' ' + std::to_string(about.st_mtim.tv_sec) + '.' + std::to_string(about.st_mtim.tv_nsec);
        }
    }
    return files;
}

std::size_t count_of_chunks(const std::map<std::string, std::string>& files) {
    return static_cast<std::size_t>(std::ranges::count_if(files, [](const auto& file) { return file.first.ends_with("/checksums"); }));
}

Operation load_with(const Scene& scene, const std::string& threads) {
    return {.name = "load", .arguments = {"load", "--threads", threads, scene.place("new").string()}};
}

/// Kills a load when so many chunks are whole; false when it got to its end before.
bool kill_when_finished(const Operation& load, const fs::path& index, std::size_t chunks) {
    RunningProcess process(command(load, index));
    const bool reached = eventually([&] { return count_of_chunks(finished_chunks(index)) >= chunks || live_generation(index) == 5; });
    process.signal(SIGKILL);
    return process.wait() != 0 && reached;
}

/// All that a reader can be shown of the records: docids, terms with their positions, values, facets, texts.
std::string everything(const fs::path& index) {
    const IndexDirectory directory(index);
    const auto live = LiveGeneration::open(directory);
    REQUIRE(live.has_value());
    const auto snapshot = Snapshot::open(directory, live->manifest().generation);
    REQUIRE(snapshot.has_value());
    const auto view = WorkerView::open(*snapshot);
    REQUIRE(view.has_value());
    auto all = shown(index);
    for (const auto& record : live->all()) {
        all += dump_document(*view, record.docid).value() + live->xml(record).value();
        for (const auto facet : all_facets) {
            std::vector<std::uint32_t> ordinals;
            (*snapshot)->append_ordinals(facet, record.docid, ordinals);
            for (const auto ordinal : ordinals) all += (*snapshot)->facet_values(facet)[ordinal] + '\n';
        }
    }
    return all;
}

std::string loaded(const Scene& scene, const std::string& threads) {
    const auto index = scene.place("threads-" + threads);
    copy_index(scene.base(), index);
    REQUIRE(run_operation(load_with(scene, threads), index).exit_code == 0);
    return everything(index);
}

}  // namespace

TEST_CASE("a load that was killed goes on with the chunks that are whole, to the same end", "[crash][resume]") {
    const Scene scene;
    const auto index = scene.place("index");
    const auto load = load_with(scene, "1");
    copy_index(scene.base(), index);
    REQUIRE(kill_when_finished(load, index, 1));
    auto done = finished_chunks(index);
    REQUIRE_FALSE(done.empty());
    REQUIRE(shown(index) == shown(scene.base()));

    // The second one is killed as well, once it has made another chunk, to see what has become of those of the first.
    REQUIRE(kill_when_finished(load, index, count_of_chunks(done) + 1));
    const auto more = finished_chunks(index);
    for (const auto& [file, written] : done) {
        INFO(file);
        CHECK(more.contains(file));
        CHECK((more.contains(file) && more.at(file) == written));
    }
    CHECK(run_operation(load, index).exit_code == 0);
    CHECK(leftovers(index).empty());
    CHECK(everything(index) == loaded(scene, "1"));
}

TEST_CASE("a chunk that was changed since it was made is made again", "[crash][resume]") {
    const Scene scene;
    const auto index = scene.place("index");
    copy_index(scene.base(), index);
    REQUIRE(kill_when_finished(load_with(scene, "1"), index, 1));
    for (const auto& [file, written] : finished_chunks(index)) {
        if (file.ends_with("facets.col")) fs::resize_file(index / file, 10);
    }
    CHECK(run_operation(load_with(scene, "1"), index).exit_code == 0);
    CHECK(damage_in(index).empty());
    CHECK(everything(index) == loaded(scene, "1"));
}

TEST_CASE("one thread, two and four make the same index", "[crash][resume]") {
    const Scene scene;
    const auto by_one = loaded(scene, "1");
    CHECK(by_one.size() > 100'000);
    CHECK(by_one == loaded(scene, "2"));
    CHECK(by_one == loaded(scene, "4"));
}

}  // namespace palermo::test
