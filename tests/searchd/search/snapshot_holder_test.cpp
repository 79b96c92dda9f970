// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/snapshot_holder.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/temp_index.hpp"

#include <spdlog/sinks/ostream_sink.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <future>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

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

TEST_CASE("a new generation is prepared before it serves, and told of when it does", "[search]") {
    test::TempIndex index{record("first")};
    const auto opened = SnapshotHolder::open(IndexDirectory(index.path()), silent(), quickly);
    REQUIRE(opened.has_value());
    auto& holder = **opened;
    CHECK(holder.switches().count == 0);
    std::promise<std::pair<std::uint64_t, std::uint64_t>> served_while_prepared;
    std::promise<bool> serves_when_told;
    holder.prepare_with([&](const std::shared_ptr<const Snapshot>& next) -> Result<void> {
        served_while_prepared.set_value({holder.current()->manifest().generation, next->manifest().generation});
        return {};
    });
    holder.tell([&](const Snapshot& now) { serves_when_told.set_value(holder.current().get() == &now); });
    index.load({record("second")});
    CHECK(served_while_prepared.get_future().get() == std::pair<std::uint64_t, std::uint64_t>{1, 2});
    CHECK(serves_when_told.get_future().get());
    CHECK(holder.switches().count == 1);
    CHECK(holder.switches().last_took > std::chrono::steady_clock::duration::zero());
    holder.prepare_with({});
    holder.tell({});
    index.load({record("third")});
    while (holder.current()->manifest().generation != 3) std::this_thread::yield();
}

TEST_CASE("what cannot be prepared does not serve", "[search]") {
    test::TempIndex index{record("first")};
    const auto opened = SnapshotHolder::open(IndexDirectory(index.path()), silent(), quickly);
    REQUIRE(opened.has_value());
    auto& holder = **opened;
    holder.prepare_with([](const std::shared_ptr<const Snapshot>&) -> Result<void> { return error_at("here", "No.", "Yes."); });
    index.load({record("second")});
    while (!holder.trouble()) std::this_thread::yield();
    CHECK(holder.trouble()->message == "No.");
    CHECK(holder.current()->manifest().generation == 1);
    CHECK(holder.switches().count == 0);
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
