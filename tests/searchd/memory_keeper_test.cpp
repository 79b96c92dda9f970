// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/memory_keeper.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <spdlog/logger.h>

#include <chrono>
#include <cstddef>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace palermo {
namespace {

constexpr std::chrono::milliseconds quickly{2};

/// Whether any page of the forward index is mapped now.
bool has_words_in_memory() {
    std::ifstream maps("/proc/self/smaps");
    bool of_words = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.starts_with("Rss:")) {
            if (of_words && std::stoul(line.substr(line.find_first_of("0123456789"))) > 0) return true;
            of_words = false;
        } else if (line.find("forward") != std::string::npos) {
            of_words = true;
        }
    }
    return false;
}

bool leaves_memory() {
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (has_words_in_memory()) {
        if (std::chrono::steady_clock::now() > patience) return false;
        std::this_thread::sleep_for(quickly);
    }
    return true;
}

std::unique_ptr<SnapshotHolder> hold(const test::TempIndex& index) {
    auto holder = SnapshotHolder::open(IndexDirectory(index.path()), std::make_shared<spdlog::logger>("test"));
    REQUIRE(holder.has_value());
    return std::move(*holder);
}

}  // namespace

TEST_CASE("beyond the limit the words of the generation leave memory, and again when searches brought them back", "[memory]") {
    const test::TempIndex index{{.id = "a", .title = "The State v. A"}};
    const auto holder = hold(index);
    const auto snapshot = holder->current();
    const MemoryKeeper keeper(*holder, 1, quickly);
    for (int round = 0; round < 3; ++round) {
        REQUIRE(snapshot->forward(0).document(1).has_value());
        CHECK(leaves_memory());
    }
}

TEST_CASE("below the limit nothing leaves memory", "[memory]") {
    const test::TempIndex index{{.id = "a", .title = "The State v. A"}};
    const auto holder = hold(index);
    const auto snapshot = holder->current();
    REQUIRE(snapshot->forward(0).document(1).has_value());
    constexpr auto endless = std::size_t{1} << 50U;
    const MemoryKeeper keeper(*holder, endless, quickly);
    std::this_thread::sleep_for(20 * quickly);
    CHECK(has_words_in_memory());
}

}  // namespace palermo
