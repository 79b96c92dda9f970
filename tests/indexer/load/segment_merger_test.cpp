// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_merger.hpp"

#include "indexer/index/index_verifier.hpp"
#include "indexer/index/worker_view.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <fstream>
#include <iterator>

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
    const auto docid = *view.snapshot().find(id);
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
        index.load({numbered(i)}, true);
        const auto view = *WorkerView::open(index.snapshot());
        before.push_back(told(view, "r" + std::to_string(i)));
        REQUIRE(view.snapshot().manifest().segments.size() <= 8);
    }
    CHECK(verify_index(IndexDirectory(index.path())).findings.empty());
    const auto view = *WorkerView::open(index.snapshot());
    CHECK(view.snapshot().manifest().record_count == 24);
    CHECK(view.database().get_termfreq("Zdebt") == 24);
    CHECK(view.database().get_termfreq("XJ:NL") == 12);
    std::uint32_t previous = 0;
    for (int i = 0; i < 24; ++i) {
        const auto id = "r" + std::to_string(i);
        CHECK(told(view, id) == before[static_cast<std::size_t>(i)]);
        CHECK(*view.snapshot().find(id) > previous);
        previous = *view.snapshot().find(id);
    }
}

TEST_CASE("completions follow their cases through merges, and go with them", "[load][merge]") {
    TempIndex index{{.id = "r0", .title = "Alpha v Omega"}};
    for (int i = 1; i < 12; ++i) {
        auto record = numbered(i);
        record.title = "Beta " + std::to_string(i);
        index.load({record}, true);
    }
    index.load({{.id = "r0", .title = "Gamma v Omega"}, {.id = "r1", .restricted = true}}, true);
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

TEST_CASE("a segment merged without some documents has lost their words and their texts", "[load][merge]") {
    TempIndex index{numbered(0), {.id = "gone", .facts = {"Unmistakable."}}, numbered(2)};
    const IndexDirectory directory(index.path());
    const auto segment = directory.read_manifest(1)->segments.front();
    const MergeInput input{.directory = directory.segment(segment.id), .first_docid = 1, .last_docid = 4, .erased = {2}};
    const auto merged = merge_segments(directory, {&input, 1}, "9-1");
    REQUIRE(merged.has_value());
    CHECK(merged->record_count == 3);  // the empty document at the end among them
    CHECK(merged->first_docid == 1);
    CHECK(merged->last_docid == 4);
    const Xapian::Database database(directory.database("9-1").string());
    CHECK(database.get_termfreq("Zunmistak") == 0);
    const auto texts = *TextStore::open(directory.texts("9-1"));
    for (std::uint32_t block = 0; block < texts.block_count(); ++block)
        CHECK(texts.block(block)->find("Unmistakable") == std::string::npos);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory.segment("9-1"))) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        INFO(entry.path());
        CHECK(bytes.find("nmistakable") == std::string::npos);
    }
}

}  // namespace palermo::test
