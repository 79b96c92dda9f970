// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/manifest.hpp"

#include "indexer/index/layout.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

Manifest sample() {
    return {.format_version = layout::format_version,
            .generation = 7,
            .created = "2026-11-23T20:00:00Z",
            .created_by = "test",
            .change = {.kind = ChangeKind::rollback, .added = 1, .changed = 2, .removed = 3, .restored = 4, .rebuilt = 5},
            .record_count = 4,
            .next_docid = 9,
            .analyzer = {.version = 1, .icu_version = "72.1", .stemmed_languages = {"en", "fr"}},
            .ranking = {.k1 = 1.5, .b = 0.9, .min_normlen = 0.1},
            .vocabularies = {{"legal-concept", "1", {"vocabularies/x.rdf", 10, "xxh3:1"}}},
            .segments = {{"1-1", 1, 4, 3, 600, {2}, {{"segments/1-1/facets.col", 5, "xxh3:2"}}}, {"2-1", 5, 8, 2, 400, {}, {}}},
            .tombstones = {{"case-7", "2026-11-23", "court-order"}}};
}

bool is_refused(const Manifest& manifest) { return parse_manifest(format(manifest), "m").has_error(); }

}  // namespace

TEST_CASE("a manifest survives its JSON", "[index]") {
    const auto again = parse_manifest(format(sample()), "m");
    REQUIRE(again.has_value());
    CHECK(*again == sample());
}

TEST_CASE("a manifest is whole whatever numbers its ranking has", "[index]") {
    auto manifest = sample();
    for (int i = 1; i < 2'000; ++i) {
        manifest.ranking = {.k1 = 1 + 1.0 / i, .b = 0.4 + 0.5 / i, .min_normlen = 1.0 / (7 * i)};
        const auto again = parse_manifest(format(manifest), "m");
        INFO(format(manifest));
        REQUIRE(again.has_value());
        CHECK(again->ranking.k1 == Approx(manifest.ranking.k1).epsilon(1e-12));
    }
}

TEST_CASE("a manifest that cannot be true is refused with a sentence", "[index]") {
    auto other_format = sample();
    other_format.format_version = 99;
    CHECK(parse_manifest(format(other_format), "m").error().message.find("format 99") != std::string::npos);
    auto overlapping = sample();
    overlapping.segments[1].first_docid = 4;
    CHECK(is_refused(overlapping));
    auto backwards = sample();
    backwards.segments[0].last_docid = 0;
    CHECK(is_refused(backwards));
    auto reused = sample();
    reused.next_docid = 8;
    CHECK(is_refused(reused));
    const auto text = format(sample());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto flipped = text;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x01);
        const auto read = parse_manifest(flipped, "m");
        // A space for the line's end says the same.
        if (read) CHECK(*read == sample());
    }
    for (std::size_t size = 0; size + 2 < text.size(); size += 3) CHECK(parse_manifest(text.substr(0, size), "m").has_error());
    for (const std::string wrong : {"", "7", "{}", "{\"format_version\":1}", "{\"format_version\":\"one\"}"})
        CHECK(parse_manifest(wrong, "m").error().cause == Cause::index);
}

}  // namespace palermo::test
