// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/snapshot_holder.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/temp_index.hpp"

#include <spdlog/sinks/ostream_sink.h>

#include <fstream>
#include <sstream>
#include <string>
#include <thread>

namespace palermo {
namespace {

constexpr std::chrono::milliseconds quickly{5};

std::shared_ptr<spdlog::logger> silent() { return std::make_shared<spdlog::logger>("test"); }

test::TestRecord record(const std::string& id) {
    test::TestRecord result;
    result.id = id;
    result.title = "The State v. " + id;
    return result;
}

/// As the publisher does it: a reader never sees half a file.
void replace(const std::filesystem::path& file, const std::string& content) {
    const auto fresh = file.string() + ".new";
    std::ofstream(fresh) << content;
    std::filesystem::rename(fresh, file);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

}  // namespace

TEST_CASE("without a generation there is nothing to hold, and the mend is to load", "[search]") {
    const test::TempDirectory directory;
    for (const auto& path : {directory.path(), directory.path() / "missing"}) {
        const auto holder = SnapshotHolder::open(IndexDirectory(path), silent());
        REQUIRE(holder.has_error());
        CHECK(holder.error().place.file == path.string());
        CHECK(holder.error().mend.find("palermo-indexer load") != std::string::npos);
    }
}

TEST_CASE("a new generation takes the old one's place, which lives on in those who hold it", "[search]") {
    test::TempIndex index{record("first")};
    const auto holder = SnapshotHolder::open(IndexDirectory(index.path()), silent(), quickly);
    REQUIRE(holder.has_value());
    const auto old = (*holder)->current();
    CHECK(old->manifest().generation == 1);
    index.load({record("second")});
    while ((*holder)->current() == old) std::this_thread::yield();
    CHECK((*holder)->current()->manifest().record_count == 2);
    CHECK(old->manifest().record_count == 1);
    CHECK_FALSE((*holder)->trouble().has_value());
}

TEST_CASE("a generation that cannot be used is logged once and changes nothing, until it is mended", "[search]") {
    test::TempIndex index{record("first")};
    const IndexDirectory directory(index.path());
    std::ostringstream lines;
    const auto log = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(lines));
    {
        const auto opened = SnapshotHolder::open(directory, log, quickly);
        REQUIRE(opened.has_value());
        const auto& holder = **opened;
        const auto good = holder.current();
        for (const std::string damage : {"garbage", "2\n", "99\n"}) {
            INFO(damage);
            replace(directory.generation_file(2), "{ no manifest");
            replace(directory.current_file(), damage);
            while (!holder.trouble()) std::this_thread::yield();
            CHECK(holder.current() == good);
            CHECK_FALSE(holder.trouble()->mend.empty());
            replace(directory.current_file(), "1\n");
            while (holder.trouble()) std::this_thread::yield();
            CHECK(holder.current() == good);
        }
    }
    CHECK(count(lines.str(), "goes on answering") == 3);
}

}  // namespace palermo
