// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/block_file.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/resident_memory.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/load/block_file_writer.hpp"
#include "indexer/load/text_store_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace palermo::test {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Calls `check` with the file after each of its bytes was flipped, and after it was cut at each length.
template <class Check>
void damage(const TempDirectory& directory, const std::string& good, Check check) {
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x41);
        check(directory.write("bad", bad));
        check(directory.write("bad", good.substr(0, i)));
    }
}

std::uint64_t sum_of(std::string_view bytes) {
    return std::accumulate(bytes.begin(), bytes.end(), std::uint64_t{0},
                           [](std::uint64_t sum, char byte) { return sum + static_cast<unsigned char>(byte); });
}

/// Bytes that cannot be packed: a file of them is as large as they are.
std::string noise(std::size_t size, std::mt19937& random) {
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

}  // namespace

TEST_CASE("a mapped file leaves memory when it is let go of, and is read again as it was", "[index][texts]") {
    const TempDirectory directory;
    constexpr std::size_t size = 16U << 20U;
    const auto mapped = MappedFile::open(directory.write("large", std::string(size, 'x')));
    REQUIRE(mapped.has_value());
    const auto bytes = mapped->bytes();
    CHECK(sum_of(bytes) == std::uint64_t{'x'} * size);
    const auto before = resident_memory().mapped;
    mapped->let_go();
    CHECK(resident_memory().mapped + size / 2 < before);
    CHECK(sum_of(bytes) == std::uint64_t{'x'} * size);
}

TEST_CASE("a block file that is carried over into another does not stay in memory", "[index][texts]") {
    const TempDirectory directory;
    constexpr std::string_view magic = "TESTBLK1";
    constexpr std::size_t block_size = 64U << 10U;
    constexpr std::uint32_t blocks = 512;
    {
        auto writer = *BlockFileWriter::create(directory.path() / "one", magic);
        writer.begin_part(1);
        std::mt19937 random(7);
        for (std::uint32_t number = 0; number < blocks; ++number) writer.add(noise(block_size, random));
        REQUIRE(writer.finish().has_value());
    }
    const auto one = *BlockFile::open(directory.path() / "one", magic);
    auto other = *BlockFileWriter::create(directory.path() / "other", magic);
    const auto before = resident_memory().mapped;
    const auto keep = [](std::uint32_t) { return Result<std::optional<std::string>>(std::optional<std::string>()); };
    REQUIRE(other.add_all(one, keep).has_value());
    CHECK(resident_memory().mapped < before + blocks * block_size / 2);
    REQUIRE(other.finish().has_value());
    CHECK(content_of(directory.path() / "one") == content_of(directory.path() / "other"));
}

TEST_CASE("texts are read as they were written, from shared and from own blocks", "[index][texts]") {
    const TempDirectory directory;
    const auto file = directory.path() / "texts.blk";
    auto writer = *TextStoreWriter::create(file, 7);
    std::vector<std::pair<TextLocation, std::string>> texts;
    for (const auto size : {std::size_t{0}, std::size_t{5}, TextStoreWriter::block_size - 5, TextStoreWriter::block_size,
                            3 * TextStoreWriter::block_size, std::size_t{1}}) {
        const std::string text(size, static_cast<char>('a' + texts.size()));
        texts.emplace_back(writer.add(text), text);
    }
    REQUIRE(writer.finish().has_value());
    const auto store = TextStore::open(file);
    REQUIRE(store.has_value());
    CHECK(store->blocks().block_count() >= 3);
    for (const auto& [location, text] : texts) CHECK(*store->text(7, location) == text);
    Unpacker unpacker;
    CHECK(store->blocks().block(99, unpacker).has_error());
    CHECK(store->text(7, {.block = 0, .begin = 0xFFFFFFFF, .size = 2}).has_error());
}

TEST_CASE("texts that are fetched again and again stay in memory, and leave it now and then", "[index][texts]") {
    const TempDirectory directory;
    const auto file = directory.path() / "texts.blk";
    constexpr std::size_t size = TextStoreWriter::block_size;
    constexpr std::size_t texts = 512;
    std::vector<TextLocation> locations;
    {
        auto writer = *TextStoreWriter::create(file, 7);
        std::mt19937 random(7);
        for (std::size_t number = 0; number < texts; ++number) locations.push_back(writer.add(noise(size, random)));
        REQUIRE(writer.finish().has_value());
    }
    const auto store = *TextStore::open(file);
    const auto before = resident_memory().mapped;
    const auto fetch_all = [&] {
        for (const auto& location : locations) REQUIRE(store.text(7, location)->size() == size);
        return resident_memory().mapped;
    };
    CHECK(fetch_all() > before + texts * size / 2);
    CHECK(fetch_all() < before + texts * size / 2);
}

TEST_CASE("a damaged text file gives the right text or an error, never a crash", "[index][texts]") {
    const TempDirectory directory;
    auto writer = *TextStoreWriter::create(directory.path() / "good", 7);
    const auto location = writer.add("The debt was old.");
    REQUIRE(writer.finish().has_value());
    damage(directory, content_of(directory.path() / "good"), [&](const auto& bad) {
        const auto store = TextStore::open(bad);
        if (!store) return;
        const auto text = store->text(7, location);
        // zstd has no checksum of its own here: the manifest's checksum is what finds a changed letter.
        if (text) CHECK(text->size() == location.size);
    });
}

}  // namespace palermo::test
