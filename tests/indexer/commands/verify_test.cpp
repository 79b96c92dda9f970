// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/checksum.hpp"
#include "indexer/index/completions.hpp"
#include "indexer/index/document_store.hpp"
#include "indexer/index/document_walk.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/index/forward_index.hpp"
#include "indexer/index/record_table.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/load/block_file_writer.hpp"
#include "indexer/load/completion_writer.hpp"
#include "indexer/load/document_store_writer.hpp"
#include "indexer/load/facet_column_writer.hpp"
#include "indexer/load/forward_index_writer.hpp"
#include "indexer/load/part_database.hpp"
#include "indexer/load/record_table_writer.hpp"
#include "tests/indexer/commands/damaged_index.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

constexpr int damaged = 3;

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// That the program finds the damage, says so with these words, and names the file.
void check_found(const DamagedIndex& index, const std::string& words, const std::string& file, std::vector<std::string> options = {}) {
    const auto verified = index.verify(std::move(options));
    INFO(verified.out << verified.err);
    CHECK(verified.exit_code == damaged);
    CHECK(says(verified.out, words));
    CHECK(says(verified.out, file + ": error:"));
}

std::vector<std::string> values_of(const FacetColumns& columns, Column column, std::uint32_t docid) {
    std::vector<std::string> values;
    for (const auto ordinal : columns.ordinals(column, docid)) values.push_back(columns.values(column)[ordinal]);
    return values;
}

/// Birch is counted under these values of a column, whatever else the index says.
void write_values_of_birch(const DamagedIndex& index, Column changed, const std::vector<std::string>& counted) {
    const auto file = index.segment() / "facets.col";
    const auto columns = FacetColumns::open(file).value();
    FacetColumnWriter writer(columns.first_docid());
    for (auto docid = columns.first_docid(); docid <= columns.last_docid(); ++docid) {
        PerColumn<std::vector<std::string>> values;
        for (const auto column : all_columns) values[column] = values_of(columns, column, docid);
        if (docid == columns.first_docid()) values[changed] = counted;
        writer.add(docid, values);
    }
    REQUIRE(writer.finish(file, columns.last_docid()).has_value());
    index.seal_again();
}

/// The record table with its rows changed; a row that `change` refuses is left out.
void write_rows(const DamagedIndex& index, const std::function<bool(RecordRow&)>& change) {
    const auto file = index.segment() / "records.tbl";
    const auto table = RecordTable::open(file).value();
    RecordTableWriter writer;
    for (std::uint32_t position = 0; position < table.size(); ++position) {
        auto row = table.at(position);
        if (change(row)) writer.add(row, {});
    }
    REQUIRE(writer.finish(file).has_value());
    index.seal_again();
}

void change_database(const DamagedIndex& index, const std::function<void(Xapian::WritableDatabase&)>& change) {
    Xapian::WritableDatabase database((index.segment() / "xapian").string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    change(database);
    database.commit();
    database.close();
    index.seal_again();
}

/// The database made anew: nothing in one without term lists can be replaced.
void change_birch(const DamagedIndex& index, const std::function<void(Xapian::Document&)>& change) {
    const auto path = index.segment() / "xapian";
    const auto old = path.string() + ".old";
    fs::rename(path, old);
    auto database = create_part_database(path);
    for_each_document(Xapian::Database(old), 1, 3, [&](std::uint32_t docid, Xapian::Document document) {
        if (docid == 1) change(document);
        database.replace_document(docid, document);
    });
    database.commit();
    database.close();
    fs::remove_all(old);
    index.seal_again();
}

}  // namespace

TEST_CASE("verify says what it has read, of the live generation or of all", "[commands][verify]") {
    const DamagedIndex whole;
    const auto live = whole.verify();
    CHECK(live.exit_code == 0);
    CHECK(says(live.out, "The index is whole: 1 generation, 2 segments, "));
    CHECK(says(live.out, ", 3 records.\n"));
    CHECK(says(whole.verify({"--all"}).out, "The index is whole: 2 generations, 2 segments, "));
    CHECK(says(whole.verify({"--quick"}).out, "by checksums alone"));
    CHECK(says(whole.verify({"--json"}).out, "\"findings\":[]"));
    CHECK(whole.verify({"--schemas", "/nowhere"}).exit_code == 2);
}

TEST_CASE("verify finds a file that is damaged, missing, or not the index's", "[commands][verify]") {
    const DamagedIndex index;
    const auto texts = index.segment() / "texts.blk";
    fs::rename(texts, texts.string() + ".old");
    check_found(index, "is missing", "texts.blk", {"--quick"});
    check_found(index, "is not in the manifest", "texts.blk.old", {"--quick"});
    fs::rename(texts.string() + ".old", texts);
    REQUIRE(index.verify({"--quick"}).exit_code == 0);
    std::ofstream(texts, std::ios::app) << 'x';
    check_found(index, "bytes; the manifest says", "texts.blk", {"--quick"});
}

TEST_CASE("verify finds a date, a sentence or a role that is counted and not there", "[commands][verify]") {
    const std::vector<std::pair<Column, std::string>> wrong{
        {Column::decided, "1999-01-02"}, {Column::sentence, "000012"}, {Column::issue_role, "victim-consent weakened"},
        {Column::origin, "FR"},          {Column::destination, "FR"},  {Column::suspended, "000003"}};
    for (const auto& [column, value] : wrong) {
        const DamagedIndex index;
        write_values_of_birch(index, column, {value});
        INFO(name_of(column));
        check_found(index, "The record \"birch\" is counted otherwise than it says by " + std::string(name_of(column)), "texts.blk");
    }
    const DamagedIndex index;
    write_values_of_birch(index, Column::decided, {"1999-01-02"});
    check_found(index, "is counted as decided on \"1999-01-02\" and found by another date", "facets.col");
    write_values_of_birch(index, Column::sentence, {"000012"});
    check_found(index, "is counted with another sentence than it is found by", "facets.col");
    write_values_of_birch(index, Column::issue_role, {"victim-consent weakened"});
    check_found(index, "has roles of other evidential issues than it is counted under", "facets.col");
}

TEST_CASE("verify finds a database that contradicts itself under right checksums", "[commands][verify]") {
    const DamagedIndex index;
    const auto file = index.segment() / "xapian/postlist.glass";
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    constexpr int in_the_first_block = 200;
    stream.seekp(-in_the_first_block, std::ios::end);
    for (int i = 0; i < in_the_first_block / 2; ++i) stream.put('\x5A');
    stream.close();
    index.seal_again();
    check_found(index, "database", "xapian");
    CHECK(index.verify({"--quick"}).exit_code == 0);
}

TEST_CASE("verify finds counts that are not what a filter finds, each way", "[commands][verify]") {
    const DamagedIndex index;
    write_values_of_birch(index, Column::outcome, {"acquitted"});
    check_found(index, "By outcome, the record \"birch\" is counted under \"acquitted\" and not found there.", "facets.col");
    check_found(index, "By outcome, the record \"birch\" is found under the term \"XOconvicted\", which stands for no value", "facets.col");
    write_values_of_birch(index, Column::outcome, {});
    check_found(index, "By outcome, the record \"birch\" is counted under \"not-recorded\" and not found there.", "facets.col");
    write_values_of_birch(index, Column::outcome, {"convicted", "convicted"});
    check_found(index, "By outcome, the record \"birch\" has a value twice.", "facets.col");
    write_values_of_birch(index, Column::outcome, {"convicted"});
    CHECK(index.verify().exit_code == 0);
    change_birch(index, [](Xapian::Document& birch) { birch.add_boolean_term("XOnot-recorded"); });
    check_found(index, "By outcome, the record \"birch\" is found under \"not-recorded\" and not counted there.", "facets.col");
}

TEST_CASE("verify finds a record table that is not the documents'", "[commands][verify]") {
    const DamagedIndex index;
    write_rows(index, [](RecordRow& row) { return row.id != "cedar"; });
    check_found(index, "There is no row for document 2.", "records.tbl");
    const DamagedIndex other;
    write_rows(other, [](RecordRow& row) {
        row.checksum = "xxh3:0";
        return true;
    });
    check_found(other, "The record \"birch\" has another checksum here than in documents.blk.", "records.tbl");
    write_rows(other, [](RecordRow& row) {
        row.xml.size -= row.docid == 1 ? 1 : 0;
        return true;
    });
    check_found(other, "The record \"birch\" has its text at another place here", "records.tbl");
    write_rows(other, [](RecordRow& row) {
        row.id = row.docid == 1 ? "alder" : row.id;
        return true;
    });
    check_found(other, "The record \"birch\" is called \"alder\" here.", "records.tbl");
    write_rows(other, [](RecordRow& row) {
        row.docid = 2;
        return true;
    });
    check_found(other, "names docid 2, which another row names too.", "records.tbl");
}

TEST_CASE("verify finds data of documents that is damaged, missing, or another document's", "[commands][verify]") {
    const DamagedIndex index;
    const auto file = index.segment() / "documents.blk";
    const auto rewrite = [&](const std::function<std::string(DocumentData)>& bytes_of_birch) {
        std::vector<std::string> blocks;
        {
            const auto documents = DocumentStore::open(file).value();
            Unpacker unpacker;
            for (std::uint32_t docid = 1; docid <= 2; ++docid) blocks.push_back(encode(documents.data(docid, unpacker).value()));
        }
        auto writer = BlockFileWriter::create(file, file_magic::documents).value();
        writer.begin_part(1);
        writer.add(bytes_of_birch(decode_document_data(blocks[0]).value()));
        writer.add(blocks[1]);
        writer.add({});
        REQUIRE(writer.finish().has_value());
        index.seal_again();
    };
    rewrite([](const DocumentData& birch) {
        auto changed = birch;
        changed.source_checksum = "xxh3:0";
        return encode(changed);
    });
    check_found(index, "The record \"birch\" has another checksum here than in documents.blk.", "records.tbl");
    rewrite([](const DocumentData& birch) {
        auto changed = birch;
        changed.id = "alder";
        return encode(changed);
    });
    check_found(index, "The record \"alder\" is called \"birch\" here.", "records.tbl");
    rewrite([](const DocumentData& birch) { return encode(birch).substr(0, 20); });
    check_found(index, "What is kept of the record \"birch\" is damaged.", "documents.blk");
    const auto shown = run({PALERMO_INDEXER, "show", "birch", "--index", index.path().string()});
    CHECK(shown.exit_code == 3);
    CHECK(shown.err.starts_with(file.string() + ": error: This file of the index is damaged."));
}

TEST_CASE("verify finds a document that its id does not find", "[commands][verify]") {
    const DamagedIndex index;
    change_birch(index, [](Xapian::Document& birch) { birch.remove_term("Qbirch"); });
    check_found(index, "The record \"birch\" is not found by its id.", "records.tbl");
}

TEST_CASE("verify finds documents and words that the manifest does not count", "[commands][verify]") {
    const DamagedIndex index;
    change_database(index, [](Xapian::WritableDatabase& database) { database.replace_document(99, Xapian::Document()); });
    check_found(index, "1 of the documents lie outside the segment's docids, 1 to 3.", "xapian");
    check_found(index, "The database holds 4 documents; the manifest says 3.", "xapian");
    const DamagedIndex wordy;
    change_birch(wordy, [](Xapian::Document& birch) { birch.add_term("hello"); });
    check_found(wordy, " words; the manifest says ", "xapian");
}

TEST_CASE("a text that is not the one that was loaded is found by verify, and neither shown nor exported", "[commands][verify]") {
    const DamagedIndex index;
    const auto file = index.segment() / "texts.blk";
    std::vector<std::string> blocks;
    {
        const auto texts = BlockFile::open(file, file_magic::texts).value();
        Unpacker unpacker;
        for (std::uint32_t number = 0; number < texts.block_count(); ++number) blocks.emplace_back(texts.block(number, unpacker).value());
    }
    auto writer = BlockFileWriter::create(file, file_magic::texts).value();
    writer.begin_part(1);
    for (auto& block : blocks) {
        for (auto ship = block.find("ship"); ship != std::string::npos; ship = block.find("ship", ship)) block.replace(ship, 4, "raft");
        writer.add(block);
    }
    REQUIRE(writer.finish().has_value());
    index.seal_again();
    check_found(index, "The record \"birch\" kept here is not the one that was loaded.", "texts.blk");
    const auto target = index.path().parent_path() / "out";
    const std::vector<std::vector<std::string>> readers{{"show", "birch", "--xml"}, {"export", "birch", target.string()}, {"export", "-"}};
    for (auto arguments : readers) {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        arguments.insert(arguments.end(), {"--index", index.path().string()});
        const auto finished = run(arguments);
        INFO(arguments[1] << ": " << finished.err);
        CHECK(finished.exit_code == 3);
        CHECK(finished.out.empty());
        CHECK(finished.err.starts_with(file.string() + ": error: This file of the index is damaged."));
    }
    CHECK_FALSE(std::filesystem::exists(target / "birch.xml"));
    CHECK(run({PALERMO_INDEXER, "show", "cedar", "--xml", "--index", index.path().string()}).exit_code == 0);
}

TEST_CASE("verify finds words that stand elsewhere than the terms say", "[commands][verify]") {
    const DamagedIndex index;
    const auto file = index.segment() / "forward.idx";
    const auto rewrite = [&](const std::string& from, const std::string& to) {
        const auto good = ForwardIndex::open(file).value();
        WordList words;
        for (std::uint32_t number = 0; number < good.word_count(); ++number) {
            const auto [word, stem, counts] = good.word(number);
            words.count(words.add(word == from ? to : word, stem), counts);
        }
        // Not over the file that is being read.
        const auto changed = index.segment() / "forward.new";
        auto writer = ForwardIndexWriter::create(changed, good.first_docid(), words).value();
        for (auto docid = good.first_docid(); docid <= good.last_docid(); ++docid) {
            const auto read = good.document(docid).value();
            if (read.runs().empty()) continue;
            DocumentWords document{.words = read.words(), .runs = {}, .sentences = read.sentences()};
            for (const auto& run : read.runs()) document.runs.push_back({.field = run.field, .size = run.size});
            writer.add(docid, document);
        }
        REQUIRE(writer.finish(good.last_docid()).has_value());
        fs::rename(changed, file);
        index.seal_again();
    };
    rewrite("ship", "raft");
    check_found(index, "The term \"Zraft\" stands in the text of the record \"birch\" here, and is not found there.", "forward.idx");
    rewrite("raft", "ship");
    CHECK(index.verify().exit_code == 0);
    rewrite("ship", "zeppelin");
    check_found(index, "The term \"Zship\" is found in the record \"birch\", and does not stand in its text here.", "forward.idx");
}

TEST_CASE("verify finds completions that lead to no document or to another one, and words in other numbers", "[commands][verify]") {
    const DamagedIndex index;
    const auto file = index.segment() / "completions.idx";
    const auto rewrite = [&](std::uint32_t docid, std::uint32_t weight) {
        DocumentData data;
        data.id = "birch";
        data.title = "The State v. Birch";
        CompletionWriter writer;
        writer.add_word("ship", weight);
        writer.add_case(docid, data);
        REQUIRE(writer.finish(file).has_value());
        index.seal_again();
    };
    rewrite(1, 1);
    CHECK(index.verify().exit_code == 0);
    rewrite(1, 7);
    check_found(index, "The word \"ship\" is said to be in 7 documents, and is in 1.", "completions.idx");
    rewrite(2, 1);
    check_found(index, "A completion to the record \"birch\" names docid 2, which is the record \"cedar\".", "completions.idx");
    rewrite(40, 1);
    check_found(index, "names docid 40, which is no document of the segment.", "completions.idx");
    CHECK_FALSE(says(index.verify().out, "State v."));
}

TEST_CASE("verify finds a manifest that counts wrongly", "[commands][verify]") {
    const DamagedIndex index;
    const auto good = index.manifest();
    const auto restore = [&] { index.change_manifest([&](Manifest& manifest) { manifest = good; }); };
    index.change_manifest([](Manifest& manifest) { manifest.record_count = 40; });
    check_found(index, "The manifest says 40 records; its segments show 3.", "2.json");
    restore();
    index.change_manifest([](Manifest& manifest) {
        manifest.segments.front().deleted = {2, 1};
        manifest.record_count = 1;
    });
    check_found(index, "are not in ascending order.", "2.json");
    restore();
    index.change_manifest([](Manifest& manifest) {
        manifest.segments.front().deleted = {3, 40};
        manifest.record_count = 2;
    });
    check_found(index, "name docid 40, which the segment does not hold.", "2.json");
    restore();
    index.change_manifest([](Manifest& manifest) { manifest.tombstones = {{.id = "birch", .date = "2026-11-24", .reason = "error"}}; });
    check_found(index, "The record \"birch\" was taken down, and is shown.", "2.json");
    restore();
    index.change_manifest([](Manifest& manifest) { manifest.ranking.k1 += 1; });
    check_found(index, "ranking", "2.json");
}

TEST_CASE("verify finds a record that is shown twice, and damage of an older generation when asked for all", "[commands][verify]") {
    TempIndex index{{.id = "birch"}, {.id = "cedar"}};
    std::vector<TestRecord> many;
    for (int i = 0; i < 100; ++i) many.push_back({.id = "tree-" + std::to_string(i)});
    index.load(many);
    index.load({{.id = "tree-1", .title = "The State v. Changed"}});
    const IndexDirectory directory(index.path());
    const auto verified = [&](const std::string& option) {
        return run({PALERMO_INDEXER, "verify", "--index", index.path().string(), option});
    };
    REQUIRE(verified("--all").exit_code == 0);
    auto live = directory.read_manifest(3).value();
    bool had_some = false;
    for (auto& segment : live.segments) {
        had_some = had_some || !segment.deleted.empty();
        live.record_count += segment.deleted.size();
        segment.deleted.clear();
    }
    REQUIRE(had_some);
    const auto good = format(directory.read_manifest(3).value());
    std::ofstream(directory.generation_file(3), std::ios::binary) << format(live);
    const auto twice = verified("--quiet");
    CHECK(twice.exit_code == damaged);
    CHECK(says(twice.out, "The record \"tree-1\" is shown twice"));

    std::ofstream(directory.generation_file(3), std::ios::binary) << good;
    auto old = directory.read_manifest(1).value();
    old.record_count = 9;
    std::ofstream(directory.generation_file(1), std::ios::binary) << format(old);
    CHECK(verified("--quiet").exit_code == 0);
    CHECK(says(verified("--all").out, "1.json: error: The manifest says 9 records; its segments show 2."));
}

TEST_CASE("verify finds a kept report that is damaged when asked for all, and nothing else is wrong for it", "[commands][verify]") {
    const DamagedIndex index;
    const auto file = index.directory().report_file(1);
    std::ifstream stream(file, std::ios::binary);
    const std::string whole(std::istreambuf_iterator<char>(stream), {});
    REQUIRE(index.verify({"--all"}).exit_code == 0);
    auto renamed = whole;
    renamed.replace(renamed.find("added_records"), 1, "b");
    for (const auto& content : {whole.substr(0, whole.size() / 2), std::string(), std::string("[]\n"), renamed}) {
        std::ofstream(file, std::ios::binary) << content;
        const auto verified = index.verify({"--all"});
        INFO(content << '\n' << verified.out << verified.err);
        CHECK(verified.exit_code == damaged);
        CHECK(verified.out == file.string() +
                                  ": error: The report of the load that made generation 1 is damaged. "
                                  "Restore the file from a copy of the index, or remove it: no record depends on it.\n");
        CHECK(index.verify().exit_code == 0);
        const auto shown = run({PALERMO_INDEXER, "history", "--report", "1", "--index", index.path().string()});
        CHECK(shown.exit_code == damaged);
        CHECK(shown.out.empty());
        CHECK(says(shown.err, "The report of the load that made generation 1 is damaged. "));
    }
    std::ofstream(file, std::ios::binary) << whole;
    CHECK(run({PALERMO_INDEXER, "history", "--report", "1", "--index", index.path().string()}).out == whole);
    fs::remove(file);
    CHECK(index.verify({"--all"}).exit_code == 0);
}

TEST_CASE("verify finds stored records that break the schema or the generation's vocabularies", "[commands][verify]") {
    const DamagedIndex index;
    const TempDirectory directory;
    directory.write("schemas/case-record.xsd",
                    R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="anything-else"/></xs:schema>)");
    check_found(index, "A record in the index breaks the rules for records: ", "birch:2:1",
                {"--schemas", (directory.path() / "schemas").string()});

    const auto vocabularies = index.manifest().vocabularies;
    for (const auto& vocabulary : vocabularies) {
        const auto file = index.path() / vocabulary.file.path;
        std::ifstream stream(file, std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(stream), {});
        for (auto at = text.find("debt-bondage"); at != std::string::npos; at = text.find("debt-bondage", at))
            text.replace(at, std::string_view("debt-bondage").size(), "dept-bondage");
        std::ofstream(file, std::ios::binary) << text;
    }
    index.seal_again();
    const auto verified = index.verify();
    INFO(verified.out);
    CHECK(verified.exit_code == damaged);
    CHECK(says(verified.out, "birch:"));
    CHECK(says(verified.out, "\"debt-bondage\""));
}

TEST_CASE("of damage that goes through everything the first findings are told, and how many more there are", "[commands][verify]") {
    std::vector<TestRecord> many;
    for (int i = 0; i < 50; ++i) many.push_back({.id = "tree-" + std::to_string(i)});
    const TempIndex index(many);
    const TempDirectory directory;
    directory.write("case-record.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="x"/></xs:schema>)");
    const auto verified = run({PALERMO_INDEXER, "verify", "--index", index.path().string(), "--schemas", directory.path().string()});
    CHECK(verified.exit_code == damaged);
    CHECK(says(verified.out, "There are 30 more such findings."));
}

}  // namespace palermo::test
