// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/kill.hpp"
#include "tests/crash/index_files.hpp"
#include "tests/crash/scene.hpp"
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <random>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

/// So many kills in all; the failing round is named by its operation and number, and comes again with the same seed.
struct Share {
    Operation operation;
    int kills = 0;
};

struct Ends {
    std::string before;
    std::string after;
    std::vector<std::uint64_t> generations_before;
    std::vector<std::uint64_t> generations_after;
};

/// How far it had come, as the directory tells.
std::string phase(const fs::path& index, const Ends& ends, bool killed) {
    if (!killed) return "ended before the kill";
    const auto left = leftovers(index);
    const auto has = [&](std::string_view beginning) {
        return std::ranges::any_of(left, [&](const std::string& name) { return name.starts_with(beginning); });
    };
    const auto generations = kept_generations_of(index);
    if (live_generation(index) != ends.generations_before.back()) {
        return left.empty() ? "after the switch, tidy" : "after the switch, before all was tidy";
    }
    if (generations != ends.generations_before) return "generations partly gone";
    if (has("generations/")) return "report or manifest written, not live";
    if (has("segments/.building")) return "segment half written";
    if (has("segments/")) return "segment written, not named";
    if (has("loading")) return "chunks";
    return "nothing written yet";
}

class Killing {
public:
    Killing(const Scene& scene, Operation operation)
        : scene_(scene), operation_(std::move(operation)), index_(scene.place("index")), course_(rehearse()) {}

    [[nodiscard]] Moment moment(std::mt19937& random, int round) const {
        if (round % 2 == 0) {
            std::uniform_int_distribution<long> delay(0, course_.time.count());
            return {.delay = std::chrono::microseconds{delay(random)}};
        }
        return {.change = std::uniform_int_distribution<int>(1, std::max(1, course_.changes))(random)};
    }

    std::string round(const Moment& moment, bool with_daemon) {
        copy_index(scene_.base(), index_);
        const bool killed = kill_at(moment, command(operation_, index_), index_);
        CHECK(damage_in(index_).empty());
        const auto now = shown(index_);
        CHECK((now == ends_.before || now == ends_.after));
        if (with_daemon) check_daemon();
        auto reached = phase(index_, ends_, killed);
        go_on(now);
        return reached;
    }

private:
    Course rehearse() {
        copy_index(scene_.base(), index_);
        ends_.before = shown(index_);
        ends_.generations_before = kept_generations_of(index_);
        auto course = follow(command(operation_, index_), index_);
        REQUIRE(course.exit_code == 0);
        ends_.after = shown(index_);
        ends_.generations_after = kept_generations_of(index_);
        REQUIRE(leftovers(index_).empty());
        return course;
    }

    void check_daemon() const {
        const Daemon daemon(index_);
        auto client = daemon.client();
        const auto answer = search(client, "q=came");
        CHECK(total(answer) > 0);
        CHECK(answer.at("generation").to_number<std::uint64_t>() == live_generation(index_));
    }

    /// The same again; when all but the tidying was done, what tidies.
    void go_on(const std::string& now) {
        const bool is_live = live_generation(index_) != ends_.generations_before.back();
        const auto is_load = operation_.arguments.front() == "load";
        const Operation tidy{.name = "prune", .arguments = {"prune", "--keep", "10"}};
        const auto next = run_operation(is_live && !is_load ? tidy : operation_, index_);
        INFO(next.out << next.err);
        CHECK(next.exit_code == 0);
        CHECK(shown(index_) == ends_.after);
        CHECK(damage_in(index_).empty());
        CHECK(leftovers(index_).empty());
        if (operation_.arguments.front() != "remove") {
            CHECK(kept_generations_of(index_) == ends_.generations_after);
            return;
        }
        for (const auto& word : Scene::doomed_words()) CHECK(files_with(index_, word).empty());
        if (is_live) CHECK(now == ends_.after);
    }

    const Scene& scene_;
    Operation operation_;
    fs::path index_;
    Ends ends_;
    Course course_;
};

}  // namespace

TEST_CASE("killed at 200 random moments, the old generation or the new one serves, whole, and the next run works and tidies up",
          "[crash][kill]") {
    const Scene scene;
    const std::vector<Share> shares{{scene.add(), 50},     {scene.mirror(), 40},    {scene.merge(), 30},
                                    {Scene::remove(), 50}, {Scene::rollback(), 15}, {Scene::prune(), 15}};
    for (const auto& [operation, kills] : shares) {
        DYNAMIC_SECTION(operation.name) {
            std::mt19937 random(20261124);
            Killing killing(scene, operation);
            std::map<std::string, int> phases;
            for (int i = 0; i < kills; ++i) {
                const auto moment = killing.moment(random, i);
                INFO("round " << i << ": killed after " << moment.delay.count() << " us or " << moment.change << " changes");
                ++phases[killing.round(moment, i % 25 == 0)];
            }
            std::cout << operation.name << ":\n";
            for (const auto& [name, count] : phases) std::cout << "  " << count << " x " << name << '\n';
            std::cout << std::flush;
            CHECK(phases.size() > 1);
        }
    }
}

}  // namespace palermo::test
