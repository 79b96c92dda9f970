// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/index_files.hpp"
#include "tests/crash/scene.hpp"
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <regex>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

/// A load that has begun and is stopped in the middle: it holds the lock for as long as the test likes.
class StoppedLoad {
public:
    StoppedLoad(const Scene& scene, const fs::path& index) : process_(command(scene.add(), index)) {
        REQUIRE(eventually([&] { return fs::exists(index / "loading"); }));
        process_.signal(SIGSTOP);
    }

    [[nodiscard]] pid_t pid() const { return process_.pid(); }
    int go_on() {
        process_.signal(SIGCONT);
        return process_.wait();
    }

private:
    RunningProcess process_;
};

}  // namespace

TEST_CASE("who writes at the same time is told who is writing", "[crash][lock]") {
    const Scene scene;
    const auto index = scene.place("index");
    copy_index(scene.base(), index);
    StoppedLoad first(scene, index);
    const std::regex sentence("Another palermo-indexer is writing to this index: process " + std::to_string(first.pid()) +
                              R"( on \S+ since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \(load\)\.)");
    const Operation undo{.name = "undo", .arguments = {"remove", "doomed", "--undo"}};
    for (const auto& operation : {scene.merge(), Scene::remove(), undo, Scene::rollback(), Scene::prune()}) {
        const auto second = run_operation(operation, index);
        INFO(operation.name << ": " << second.err);
        CHECK(second.exit_code == 4);
        CHECK(std::regex_search(second.err, sentence));
    }
    CHECK(first.go_on() == 0);
    CHECK(content_of(index / "writer.lock").empty());
    CHECK(damage_in(index).empty());
    CHECK(run_operation(scene.merge(), index).exit_code == 0);
}

TEST_CASE("what is written in the lock file does not lock, and a dead holder is not named", "[crash][lock]") {
    const Scene scene;
    const auto index = scene.place("index");
    copy_index(scene.base(), index);
    std::ofstream(index / "writer.lock") << ::getpid() << " elsewhere 2026-01-01T00:00:00Z load\n";
    CHECK(run_operation(scene.merge(), index).exit_code == 0);

    copy_index(scene.base(), index);
    StoppedLoad first(scene, index);
    for (const auto* line : {"", "garbage", "-7 x y z", "1234567 \xff\xfe"}) {
        std::ofstream(index / "writer.lock") << line;
        const auto second = run_operation(scene.merge(), index);
        INFO(second.err);
        CHECK(second.exit_code == 4);
        CHECK(second.err.find("Another palermo-indexer is writing to this index.") != std::string::npos);
    }
    CHECK(first.go_on() == 0);
}

}  // namespace palermo::test
