// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_rewriter.hpp"

#include "indexer/index/index_verifier.hpp"
#include "indexer/index/worker_view.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

namespace palermo::test {
namespace {

TestRecord numbered(int i) {
    const auto n = std::to_string(i);
    return {.id = "r" + n,
            .facts = {"Paragraph " + n + " of debt.", "Second " + n},
            .country = i % 2 == 0 ? "NL" : "AU",
            .outcome = i % 3 == 0 ? "acquitted" : "",
            .legal_concepts = {"serfdom"}};
}

/// What a snapshot says of a record, as text.
std::string told(const WorkerView& view, const std::string& id) {
    const auto docid = **view.find(id);
    const auto data = *view.data(docid);
    std::string all = data.id + data.jurisdiction + data.outcome;
    for (const auto& paragraph : data.paragraphs) all += '|' + *view.text(docid, paragraph.text);
    for (const auto facet : all_facets) {
        std::vector<std::uint32_t> ordinals;
        view.snapshot().append_ordinals(facet, docid, ordinals);
        for (const auto ordinal : ordinals) all += ',' + view.snapshot().facet_values(facet)[ordinal];
    }
    return all + *view.text(docid, data.source_xml);
}

}  // namespace

TEST_CASE("many loads are merged into few segments, and every record stays what it was", "[load][merge]") {
    TempIndex index{numbered(0)};
    std::vector<std::string> before{told(*WorkerView::open(index.snapshot()), "r0")};
    for (int i = 1; i < 24; ++i) {
        index.load({numbered(i)});
        const auto view = *WorkerView::open(index.snapshot());
        before.push_back(told(view, "r" + std::to_string(i)));
        REQUIRE(view.snapshot().manifest().segments.size() <= 8);
    }
    CHECK(verify_index(IndexDirectory(index.path())).empty());
    const auto view = *WorkerView::open(index.snapshot());
    CHECK(view.snapshot().manifest().record_count == 24);
    CHECK(view.database().get_termfreq("debt") == 24);
    CHECK(view.database().get_termfreq("XJ:NL") == 12);
    std::uint32_t previous = 0;
    for (int i = 0; i < 24; ++i) {
        const auto id = "r" + std::to_string(i);
        CHECK(told(view, id) == before[static_cast<std::size_t>(i)]);
        CHECK(**view.find(id) > previous);
        previous = **view.find(id);
    }
}

TEST_CASE("completions follow their cases through merges, and go with them", "[load][merge]") {
    TempIndex index{{.id = "r0", .title = "Alpha v Omega"}};
    for (int i = 1; i < 12; ++i) {
        auto record = numbered(i);
        record.title = "Beta " + std::to_string(i);
        index.load({record});
    }
    index.load({{.id = "r0", .title = "Gamma v Omega"}, {.id = "r1", .restricted = true}});
    const auto snapshot = index.snapshot();
    REQUIRE(snapshot->manifest().segments.size() <= 8);
    std::size_t names = 0;
    std::uint32_t debts = 0;
    for (std::size_t segment = 0; segment < snapshot->manifest().segments.size(); ++segment) {
        const auto& completions = snapshot->completions(segment);
        const auto cases = completions.keys(CompletionKind::case_name);
        CHECK(prefix_range(cases, "alpha").begin == prefix_range(cases, "alpha").end);
        const auto betas = prefix_range(cases, "beta");
        names += betas.end - betas.begin;
        const auto omegas = prefix_range(cases, "omega");
        names += omegas.end - omegas.begin;
        const auto words = completions.keys(CompletionKind::word);
        const auto debt = prefix_range(words, "debt");
        for (auto position = debt.begin; position < debt.end; ++position) debts += completions.at(CompletionKind::word, position).weight;
    }
    CHECK(names == 10 + 1);
    CHECK(debts == 10);
}

TEST_CASE("a segment rewritten without some documents has lost their words and their texts", "[load][merge]") {
    TempIndex index{numbered(0), {.id = "gone", .facts = {"Unmistakable."}}, numbered(2)};
    const IndexDirectory directory(index.path());
    const auto manifest = *directory.read_manifest(1);
    const std::vector<std::uint32_t> erased{2};
    const auto rewritten = rewrite_segments(directory, manifest.segments, erased, "9-1");
    REQUIRE(rewritten.has_value());
    CHECK(rewritten->record_count == 2);
    CHECK(rewritten->first_docid == 1);
    CHECK(rewritten->last_docid == 3);
    const Xapian::Database database(directory.database("9-1").string());
    CHECK(database.get_termfreq("unmistakable") == 0);
    const auto texts = *TextStore::open(directory.texts("9-1"));
    for (std::uint32_t block = 0; block < texts.block_count(); ++block)
        CHECK(texts.block(block)->find("Unmistakable") == std::string::npos);
}

}  // namespace palermo::test
