// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/index_files.hpp"
#include "tests/crash/scene.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <fstream>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

/// The index as a takedown leaves it that dies right after the switch: the new generation is live, and no older one was written anew.
void make_cut_off(const Scene& scene, const fs::path& index) {
    const auto done = scene.place("done");
    copy_index(scene.base(), done);
    REQUIRE(run_operation(Scene::remove(), done).exit_code == 0);
    copy_index(scene.base(), index);
    const auto live = std::to_string(live_generation(done));
    add_files(done / "segments", index / "segments");
    fs::copy(done / "generations" / (live + ".json"), index / "generations");
    fs::copy(done / "current", index / "current", fs::copy_options::overwrite_existing);
}

bool text_is_gone(const fs::path& index) {
    return std::ranges::all_of(Scene::doomed_words(), [&](const auto& word) { return files_with(index, word).empty(); });
}

}  // namespace

TEST_CASE("whatever runs after a takedown that was cut off, no byte of the record is left", "[crash][takedown]") {
    const Scene scene;
    const auto index = scene.place("index");
    auto arguments =
        GENERATE(std::vector<std::string>{"remove", "doomed", "--undo"}, std::vector<std::string>{"load", "RECORDS"},
                 std::vector<std::string>{"load", "--keep", "1", "RECORDS"}, std::vector<std::string>{"rollback", "3"},
                 std::vector<std::string>{"prune", "--keep", "10"}, std::vector<std::string>{"remove", "case-1", "--reason", "error"});
    std::ranges::replace(arguments, std::string("RECORDS"), scene.place("one").string());
    make_cut_off(scene, index);
    CHECK(damage_in(index).empty());
    REQUIRE_FALSE(text_is_gone(index));
    const auto next = run_operation({.name = "", .arguments = arguments}, index);
    INFO(arguments[0] << ": " << next.out << next.err);
    // There is nothing left to go back to: the generations that still had the text are gone.
    CHECK(next.exit_code == (arguments[0] == "rollback" ? 2 : 0));
    CHECK(text_is_gone(index));
    CHECK(leftovers(index).empty());
    CHECK(damage_in(index).empty());
}

TEST_CASE("chunks of a record that an interrupted load has left go with the takedown and with a load that has nothing to do",
          "[crash][takedown]") {
    const Scene scene;
    const auto index = scene.place("index");
    copy_index(scene.base(), index);
    fs::create_directories(index / "loading" / "0123");
    std::ofstream(index / "loading" / "0123" / "texts.blk") << "quixotremona";
    SECTION("takedown") { CHECK(run_operation(Scene::remove(), index).exit_code == 0); }
    SECTION("load") { CHECK(run_operation({.name = "", .arguments = {"load", scene.place("fourth").string()}}, index).exit_code == 0); }
    CHECK_FALSE(fs::exists(index / "loading"));
}

}  // namespace palermo::test
