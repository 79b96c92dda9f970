// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/index_files.hpp"
#include "tests/crash/scene.hpp"
#include "tests/support/catch.hpp"

#include <sys/mount.h>

#include <fstream>
#include <iostream>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

constexpr auto no_room = "There is no room left on the disk.";

/// Tries, with too little room, what works with enough of it. True when the room did not do.
bool fails_as_it_should(const Operation& operation, const fs::path& index, const Finished& tried, const std::string& before) {
    INFO(operation.name << ": " << tried.out << tried.err);
    CHECK(damage_in(index).empty());
    if (tried.exit_code == 0) return false;
    CHECK(tried.exit_code == 5);
    CHECK(tried.err.find(no_room) != std::string::npos);
    CHECK(tried.err.find("The index is as it was before.") != std::string::npos);
    CHECK(shown(index) == before);
    return true;
}

void works_with_room(const Operation& operation, const fs::path& index) {
    const auto again = run_operation(operation, index);
    INFO(operation.name << ": " << again.out << again.err);
    CHECK(again.exit_code == 0);
    CHECK(damage_in(index).empty());
    CHECK(leftovers(index).empty());
}

/// A small file system of its own, gone at the end of the scope.
class SmallDisk {
public:
    explicit SmallDisk(fs::path place) : place_(std::move(place)) {
        fs::create_directories(place_);
        mounted_ = ::mount("palermo-test", place_.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=16m") == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(place_.c_str(), MNT_DETACH);
    }

    [[nodiscard]] bool is_mounted() const { return mounted_; }
    void leave_free(std::uintmax_t bytes) const {
        const auto free = fs::space(place_).available;
        std::ofstream filler(place_ / "filler", std::ios::binary);
        if (free > bytes) filler << std::string(free - bytes, 'x');
    }
    void make_room() const { fs::remove(place_ / "filler"); }

private:
    fs::path place_;
    bool mounted_ = false;
};

}  // namespace

TEST_CASE("files that may not grow any more end a command with its sentence, and the index is as it was", "[crash][disk]") {
    const Scene scene;
    const auto index = scene.place("index");
    const auto before = shown(scene.base());
    for (const auto& operation : scene.all()) {
        int failed = 0;
        for (const auto limit : {0, 1'000, 9'000, 40'000, 100'000, 300'000}) {
            INFO(operation.name << " with files of " << limit << " bytes");
            copy_index(scene.base(), index);
            auto argv = command(operation, index);
            argv.insert(argv.begin(), {"prlimit", "--fsize=" + std::to_string(limit)});
            if (!fails_as_it_should(operation, index, run(argv), before)) continue;
            ++failed;
            works_with_room(operation, index);
        }
        // A prune writes nothing and never fails for want of room.
        CHECK((failed > 0) == (operation.name != "prune"));
    }
}

TEST_CASE("a full disk ends a command with its sentence, and the index is as it was", "[crash][disk]") {
    const Scene scene;
    const SmallDisk disk(scene.place("disk"));
    if (!disk.is_mounted()) {
        WARN("SKIPPED: no small disk was tried, since this user may not mount one.");
        return;
    }
    const auto index = scene.place("disk") / "index";
    const auto before = shown(scene.base());
    for (const auto& operation : scene.all()) {
        int failed = 0;
        for (const auto free : {0, 20'000, 120'000, 500'000, 1'500'000}) {
            INFO(operation.name << " with " << free << " bytes free");
            fs::remove_all(index);
            disk.make_room();
            fs::copy(scene.base(), index, fs::copy_options::recursive);
            disk.leave_free(static_cast<std::uintmax_t>(free));
            const bool has_failed = fails_as_it_should(operation, index, run_operation(operation, index), before);
            disk.make_room();
            if (!has_failed) continue;
            ++failed;
            works_with_room(operation, index);
        }
        CHECK((failed > 0) == (operation.name != "prune"));
    }
}

}  // namespace palermo::test
