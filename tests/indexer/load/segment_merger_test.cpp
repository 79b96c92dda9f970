// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_merger.hpp"
#include "indexer/index/file_magic.hpp"

#include "indexer/index/document_store.hpp"
#include "indexer/index/document_walk.hpp"
#include "indexer/index/index_verifier.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/load/database_merger.hpp"
#include "indexer/load/database_rewriter.hpp"
#include "indexer/load/part_database.hpp"
#include "indexer/load/part_database_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/temp_index.hpp"

#include <fstream>
#include <iterator>
#include <map>

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

/// All documents of a database as text, by docid.
std::map<std::uint32_t, std::string> documents_of(const Xapian::Database& database, std::size_t at_once = postings_at_once) {
    std::map<std::uint32_t, std::string> all;
    const auto add = [&](std::uint32_t docid, const Xapian::Document& document) {
        auto& text = all[docid];
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
            text += *term + ' ' + std::to_string(term.get_wdf()) + '\n';
        for (auto value = document.values_begin(); value != document.values_end(); ++value)
            text += std::to_string(value.get_valueno()) + ' ' + *value + '\n';
    };
    for_each_document(database, 1, database.get_lastdocid(), add, at_once);
    return all;
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

TEST_CASE("the documents that stay are found by what they were found by, and say what they said", "[load][merge]") {
    std::vector<TestRecord> all;
    for (int i = 0; i < 80; ++i) all.push_back(numbered(i));
    const TempIndex index(all);
    const IndexDirectory directory(index.path());
    const auto segment = directory.read_manifest(1)->segments.front();
    const auto before = documents_of(Xapian::Database(directory.database(segment.id).string()));
    REQUIRE(before.size() == 80 + 1);
    const std::vector<std::uint32_t> erased{1, 2, 17, 40, 80};
    const MergeInput input{
        .directory = directory.segment(segment.id), .first_docid = segment.first_docid, .last_docid = segment.last_docid, .erased = erased};
    REQUIRE(merge_segments(directory, {&input, 1}, "9-1").has_value());
    auto expected = before;
    for (const auto docid : erased) expected.erase(docid);
    CHECK(documents_of(Xapian::Database(directory.database("9-1").string())) == expected);
}

TEST_CASE("a large segment is rewritten in ranges, and no document is lost or told twice between them", "[load][merge]") {
    const TempDirectory directory;
    const MergeInput input{.directory = directory.path(), .first_docid = 10, .last_docid = 10'000, .erased = {5'005, 10'000}};
    const auto path = segment_files::database(input.directory);
    auto database = create_part_database(path);
    for (auto docid = input.first_docid; docid <= input.last_docid; docid += docid % 5 == 0 ? 1U : 4U) {
        Xapian::Document document;
        document.add_boolean_term("Q" + std::to_string(docid));
        document.add_term("Zall", docid % 3 + 1);
        document.set_data(std::to_string(docid));
        database.replace_document(docid, document);
    }
    database.commit();
    auto expected = documents_of(Xapian::Database(path.string()));
    for (const auto docid : input.erased) REQUIRE(expected.erase(docid) == 1);
    const auto parts = rewrite_database(input, directory.path() / "part");
    REQUIRE(parts.has_value());
    std::map<std::uint32_t, std::string> rewritten;
    for (const auto& part : *parts) {
        auto of_part = documents_of(Xapian::Database(part.string()));
        rewritten.merge(of_part);
        CHECK(of_part.empty());
    }
    CHECK((rewritten == expected));
}

TEST_CASE("a database is closed when it has as many postings as a cache holds, and the parts are known by their docids", "[load][merge]") {
    const TempDirectory directory;
    const auto stem = directory.path() / "xapian";
    PartDatabaseWriter writer(stem);
    // Beyond nine, so that names that were sorted as they are written would be in another order.
    constexpr std::uint32_t first = 8;
    constexpr std::uint32_t last = 40;
    for (auto docid = first; docid <= last; ++docid) {
        Xapian::Document document;
        for (int term = 0; term < 5'000; ++term) document.add_term("Zword" + std::to_string(term));
        writer.add(docid, document);
    }
    const auto parts = writer.finish();
    REQUIRE(parts.size() == 3);
    CHECK(part_databases(stem) == parts);
    auto expected = first;
    for (const auto& part : parts) {
        for (const auto& [docid, text] : documents_of(Xapian::Database(part.string()))) CHECK(docid == expected++);
    }
    CHECK(expected == last + 1);
}

TEST_CASE("the parts of a chunk become one database, also when the empty document is alone in the last", "[load][merge]") {
    const TempDirectory directory;
    const MergeInput input{.directory = directory.path(), .first_docid = 1, .last_docid = 4, .erased = {}};
    PartDatabaseWriter writer(segment_files::database(input.directory));
    std::map<std::uint32_t, std::string> expected;
    for (std::uint32_t docid = 1; docid <= 3; ++docid) {
        Xapian::Document document;
        for (int term = 0; term < 70'000; ++term) document.add_term("Zword" + std::to_string(term), docid);
        writer.add(docid, document);
    }
    writer.add(4, Xapian::Document());
    for (const auto& part : writer.finish()) expected.merge(documents_of(Xapian::Database(part.string())));
    REQUIRE(expected.size() == 4);
    const auto target = directory.path() / "merged";
    const auto merged = merge_databases({&input, 1}, target);
    REQUIRE(merged.has_value());
    CHECK(merged->documents == 4);
    CHECK((documents_of(Xapian::Database(target.string())) == expected));
}

TEST_CASE("documents are the same however many are gathered at a time", "[load][merge]") {
    std::vector<TestRecord> all;  // so many that some terms are frequent
    for (int i = 0; i < 80; ++i) all.push_back(numbered(i));
    const TempIndex index(all);
    const IndexDirectory directory(index.path());
    const Xapian::Database database(directory.database(directory.read_manifest(1)->segments.front().id).string());
    const auto whole = documents_of(database);
    CHECK(whole.at(3).find("Zdebt 1") != std::string::npos);
    CHECK(whole.at(3).find("Qr2 0") != std::string::npos);
    CHECK(documents_of(database, 1) == whole);
    CHECK(documents_of(database, 500) == whole);
    std::vector<std::uint32_t> some;
    for_each_document(
        database, 4, 6, [&](std::uint32_t docid, const Xapian::Document&) { some.push_back(docid); }, 1);
    CHECK(some == std::vector<std::uint32_t>{4, 5, 6});
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
    const auto texts = *BlockFile::open(directory.texts("9-1"), file_magic::texts);
    Unpacker unpacker;
    for (std::uint32_t block = 0; block < texts.block_count(); ++block)
        CHECK(texts.block(block, unpacker)->find("Unmistakable") == std::string::npos);
    const auto documents = *DocumentStore::open(directory.documents("9-1"));
    CHECK(documents.data(1, unpacker)->id == "r0");
    CHECK_FALSE(documents.has(2));
    CHECK(documents.data(3, unpacker)->id == "r2");
    CHECK_FALSE(documents.has(4));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory.segment("9-1"))) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        INFO(entry.path());
        CHECK(bytes.find("nmistakable") == std::string::npos);
    }
}

}  // namespace palermo::test
