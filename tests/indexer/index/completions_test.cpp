// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/completions.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/completion_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <tuple>

namespace palermo::test {
namespace {

bool all_docids(std::uint32_t) { return true; }

using Entry = std::tuple<std::string, std::string, std::string, std::uint32_t>;

std::vector<Entry> entries(const Completions& completions, CompletionKind kind) {
    std::vector<Entry> all;
    for (std::uint32_t i = 0; i < completions.keys(kind).size; ++i) {
        const auto [key, text, id, weight, docid] = completions.at(kind, i);
        CHECK(completions.keys(kind).at(i) == key);
        (void)docid;
        all.emplace_back(key, text, id, weight);
    }
    return all;
}

DocumentData case_named(const std::string& id, const std::string& title, std::vector<StoredIdentifier> identifiers = {}) {
    DocumentData data;
    data.id = id;
    data.title = title;
    data.identifiers = std::move(identifiers);
    return data;
}

std::filesystem::path written(CompletionWriter writer, const TempDirectory& directory) {
    auto file = directory.path() / "completions.idx";
    REQUIRE(writer.finish(file).has_value());
    return file;
}

CompletionWriter small_writer() {
    CompletionWriter writer;
    writer.add_word("passport", 3);
    writer.add_word("debt", 40);
    writer.add_case(
        1, case_named("case-1", "R v. Tang", {{"neutral-citation", "[2008] HCA 39"}, {"sherloc-path", "/x/y.html"}, {"other", "–"}}));
    writer.add_case(2, case_named("case-2", "…"));
    writer.add_case(3, case_named("case-3", std::string(2'000, 'x')));
    return writer;
}

}  // namespace

TEST_CASE("completions are read as they were written, sorted by key", "[index][completions]") {
    const TempDirectory directory;
    const auto completions = Completions::open(written(small_writer(), directory));
    REQUIRE(completions.has_value());
    using Entries = std::vector<Entry>;
    CHECK(entries(*completions, CompletionKind::word) == Entries{{"debt", "debt", "", 40}, {"passport", "passport", "", 3}});
    CHECK(entries(*completions, CompletionKind::case_name) ==
          Entries{{"r v tang", "R v. Tang", "case-1", 1}, {"tang", "R v. Tang", "case-1", 1}});
    CHECK(entries(*completions, CompletionKind::citation) == Entries{{"2008hca39", "[2008] HCA 39", "case-1", 1}});
}

TEST_CASE("the cases of documents that are not wanted are passed over", "[index][completions]") {
    const TempDirectory directory;
    CompletionWriter writer;
    for (std::uint32_t docid = 1; docid <= 9; ++docid) writer.add_case(docid, case_named("case-" + std::to_string(docid), "Tang"));
    const auto completions = Completions::open(written(std::move(writer), directory));
    const auto is_even = [](std::uint32_t docid) { return docid % 2 == 0; };
    const auto found = completions->heaviest(CompletionKind::case_name, {0, 9}, 9, is_even);
    REQUIRE(found.size() == 4);
    for (const auto position : found) CHECK(is_even(completions->at(CompletionKind::case_name, position).docid));
}

TEST_CASE("a segment without anything to complete has completions that are empty", "[index][completions]") {
    const TempDirectory directory;
    const auto completions = Completions::open(written({}, directory));
    REQUIRE(completions.has_value());
    for (const auto kind : all_completion_kinds) {
        CHECK(completions->keys(kind).size == 0);
        CHECK(completions->heaviest(kind, {0, 0}, 5, all_docids).empty());
    }
}

TEST_CASE("the heaviest of any range are found", "[index][completions]") {
    const TempDirectory directory;
    CompletionWriter writer;
    std::mt19937 random(3);
    std::vector<std::uint32_t> weights;
    for (int i = 0; i < 3'000; ++i) {
        weights.push_back(static_cast<std::uint32_t>(random() % (i % 2 == 0 ? 5'000 : 10)));
        writer.add_word(std::to_string(10'000 + i), weights.back());
    }
    const auto completions = Completions::open(written(std::move(writer), directory));
    REQUIRE(completions.has_value());
    for (int i = 0; i < 300; ++i) {
        const auto begin = static_cast<std::uint32_t>(random() % 3'000);
        const KeyRange range{.begin = begin, .end = begin + static_cast<std::uint32_t>(random() % (3'001 - begin))};
        std::vector<std::uint32_t> expected;
        for (auto position = range.begin; position < range.end; ++position) expected.push_back(position);
        std::ranges::stable_sort(expected, std::greater{}, [&](std::uint32_t position) { return weights[position]; });
        expected.resize(std::min<std::size_t>(expected.size(), 10));
        CHECK(completions->heaviest(CompletionKind::word, range, 10, all_docids) == expected);
    }
    CHECK(completions->heaviest(CompletionKind::word, {0, 3'000}, 0, all_docids).empty());
}

TEST_CASE("a file of completions that is damaged is an error", "[index][completions]") {
    const TempDirectory directory;
    const auto file = written(small_writer(), directory);
    std::ifstream stream(file, std::ios::binary);
    const std::string good(std::istreambuf_iterator<char>(stream), {});
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x41);
        CHECK(Completions::open(directory.write("bad", bad)).has_error());
        CHECK(Completions::open(directory.write("bad", good.substr(0, i))).has_error());
    }
    CHECK(Completions::open(directory.path() / "none").has_error());
}

TEST_CASE("bytes that make no sense under a right checksum are an error or can be read", "[index][completions]") {
    const TempDirectory directory;
    const auto file = written(small_writer(), directory);
    std::ifstream stream(file, std::ios::binary);
    const std::string good(std::istreambuf_iterator<char>(stream), {});
    int refused = 0;
    for (std::size_t i = 0; i + 8 < good.size(); ++i) {
        for (const int flip : {0x01, 0x41, 0xFF}) {
            auto bad = good.substr(0, good.size() - 8);
            bad[i] = static_cast<char>(bad[i] ^ flip);
            const auto checksum = short_checksum(bad);
            bad.append(reinterpret_cast<const char*>(&checksum), sizeof checksum);
            const auto completions = Completions::open(directory.write("bad", bad));
            refused += completions.has_error() ? 1 : 0;
            if (completions.has_error()) continue;
            for (const auto kind : all_completion_kinds) {
                (void)entries(*completions, kind);
                (void)completions->heaviest(kind, prefix_range(completions->keys(kind), "t"), 3, all_docids);
            }
        }
    }
    CHECK(refused > 100);
}

TEST_CASE("joining completions says the same, and writes no text of a case twice", "[index][completions]") {
    const TempDirectory directory;
    const TempDirectory joined_directory;
    CompletionWriter writer;
    for (std::uint32_t docid = 1; docid < 50; ++docid)
        writer.add_case(docid,
                        case_named("case-" + std::to_string(docid), "The people of the island v. Tang and others " + std::to_string(docid),
                                   {{"neutral-citation", "[2008] HCA " + std::to_string(docid)}}));
    const auto file = written(std::move(writer), directory);
    const auto single = Completions::open(file);
    REQUIRE(single.has_value());
    CompletionWriter joiner;
    joiner.add_cases(*single, {});
    const auto joined_file = written(std::move(joiner), joined_directory);
    const auto joined = Completions::open(joined_file);
    REQUIRE(joined.has_value());
    for (const auto kind : all_completion_kinds) CHECK(entries(*joined, kind) == entries(*single, kind));
    CHECK(std::filesystem::file_size(joined_file) == std::filesystem::file_size(file));
}

}  // namespace palermo::test
