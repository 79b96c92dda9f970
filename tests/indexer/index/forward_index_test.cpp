// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/forward_index.hpp"

#include "indexer/index/layout.hpp"
#include "indexer/load/forward_index_merger.hpp"
#include "indexer/load/forward_index_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t title = 1;
/// No more than this can stand in files of the sizes here.
constexpr std::size_t good_size = 2'000;
using Numbers = std::vector<std::uint32_t>;
using Documents = std::map<std::uint32_t, DocumentWords>;

/// As a builder counts the words of each document.
void count(const DocumentWords& document, WordList& words) {
    auto word = document.words.begin();
    std::map<std::uint32_t, WordCounts> counts;
    for (const auto& run : document.runs) {
        for (const auto end = word + run.size; word != end; ++word) {
            ++counts[*word].count;
            counts[*word].documents[run.field] = 1;
        }
    }
    for (const auto& [number, more] : counts) words.count(number, more);
}

/// An index of documents whose words are in `words`.
ForwardIndex write(const fs::path& file, WordList& words, const Documents& documents, std::uint32_t first, std::uint32_t last) {
    for (const auto& [docid, document] : documents) count(document, words);
    auto writer = ForwardIndexWriter::create(file, first, words);
    REQUIRE(writer.has_value());
    for (const auto& [docid, document] : documents) writer->add(docid, document);
    REQUIRE(writer->finish(last).has_value());
    auto index = ForwardIndex::open(file);
    REQUIRE(index.has_value());
    return std::move(*index);
}

Numbers places(const ForwardIndex& index, std::uint32_t docid, const std::string& term) {
    return index.document(docid).value().positions(index.find(term));
}

/// "Debts, debt." and "Debt debts" as two paragraphs, with the title "Debt".
DocumentWords debts(WordList& words) {
    const auto debt = words.add("debt", "debt");
    const auto debts = words.add("debts", "debt");
    return {.words = {debts, debt, debt, debts, debt}, .runs = {{0, 2}, {0, 2}, {title, 1}}, .sentences = {0, 1, 2}};
}

bool may_hold(const ForwardIndex& index, std::uint32_t docid, const std::vector<std::string>& terms) {
    std::vector<WordSet> sets;
    for (const auto& term : terms) sets.push_back(index.find(term));
    std::vector<const WordSet*> phrase;
    for (const auto& set : sets) phrase.push_back(&set);
    return index.may_hold_phrase(docid, phrase);
}

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("words stand where they were written, by word and by stem, each field by itself", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    const auto index = write(directory.path() / "f", words, {{7, debts(words)}}, 5, 9);
    constexpr auto second = 2 + layout::paragraph_gap + 1;
    CHECK(places(index, 7, "debt") == Numbers{2, second});
    CHECK(places(index, 7, "debts") == Numbers{1, second + 1});
    CHECK(places(index, 7, "Zdebt") == Numbers{1, 2, second, second + 1});
    CHECK(places(index, 7, "Zdebts").empty());
    CHECK(places(index, 7, "Sdebt") == Numbers{1});
    CHECK(places(index, 7, "ZSdebt") == Numbers{1});
    CHECK(places(index, 7, "zebra").empty());
    CHECK(places(index, 7, "XIdebt").empty());
    CHECK(index.document(7)->sentence_starts() == Numbers{1, 2, second});
    CHECK(index.document(7)->paragraph_starts() == Numbers{1, second});
    for (const std::uint32_t docid : {1U, 5U, 6U, 8U, 9U, 40U}) CHECK(places(index, docid, "debt").empty());
    CHECK(index.word(0).word == "debt");
    CHECK(index.word(0).counts == WordCounts{.count = 3, .documents = {1, 1, 0, 0}});
}

TEST_CASE("a glance rules out most phrases, and none that stands there", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    const auto index = write(directory.path() / "f", words, {{7, debts(words)}}, 5, 9);
    CHECK(may_hold(index, 7, {"debts", "debt"}));
    CHECK(may_hold(index, 7, {"Zdebt", "debt"}));
    CHECK(may_hold(index, 7, {"debt"}));
    CHECK_FALSE(may_hold(index, 7, {"debts", "debts"}));
    CHECK_FALSE(may_hold(index, 7, {"debts", "debt", "debts"}));
    CHECK_FALSE(may_hold(index, 7, {"debt", "zebra"}));
    CHECK_FALSE(may_hold(index, 7, {"zebra", "debt"}));
    for (const std::uint32_t docid : {1U, 5U, 6U, 8U, 9U, 40U}) CHECK_FALSE(may_hold(index, docid, {"debt"}));
    // It does not see that a paragraph ends between the two.
    CHECK(may_hold(index, 7, {"debt", "debt"}));
}

TEST_CASE("words of a field are counted without reading the document", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    const auto index = write(directory.path() / "f", words, {{7, debts(words)}}, 5, 9);
    constexpr std::size_t all = 100;
    CHECK(index.count(7, index.find("debt"), all) == 2);
    CHECK(index.count(7, index.find("Zdebt"), all) == 4);
    CHECK(index.count(7, index.find("Zdebt"), 1) >= 1);
    CHECK(index.count(7, index.find("Sdebt"), all) == 1);
    CHECK(index.count(7, index.find("Sdebts"), all) == 0);
    CHECK(index.count(7, index.find("zebra"), all) == 0);
    for (const std::uint32_t docid : {1U, 5U, 6U, 8U, 9U, 40U}) CHECK(index.count(docid, index.find("debt"), all) == 0);
}

TEST_CASE("words beyond the 65,535th are found like the others, and many at once", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    DocumentWords all;
    constexpr std::uint32_t count = 70'000;
    for (std::uint32_t i = 0; i < count; ++i) all.words.push_back(words.add("w" + std::to_string(i), ""));
    all.words.push_back(all.words.front());
    all.runs = {{0, count + 1}};
    const auto index = write(directory.path() / "f", words, {{1, all}}, 1, 1);
    CHECK(places(index, 1, "w0") == Numbers{1, count + 1});
    CHECK(may_hold(index, 1, {"w10", "w11", "w12"}));
    CHECK_FALSE(may_hold(index, 1, {"w10", "w12"}));
    CHECK_FALSE(may_hold(index, 1, {"w10", "w69000"}));
    CHECK(may_hold(index, 1, {"w69000", "w69001"}));
    CHECK(index.count(1, index.find("w0"), count) == 2);
    CHECK(index.count(1, index.find("w69000"), count) == 1);
    CHECK(index.count(1, index.find("Sw69000"), count) == 0);
    WordSet many{.field = 0, .words = {}};
    for (std::uint32_t i = 0; i < count; i += 997) {
        const auto term = "w" + std::to_string(i);
        CHECK(places(index, 1, term).front() == i + 1);
        many.words.push_back(index.find(term).words.front());
    }
    std::ranges::sort(many.words);
    const auto found = index.document(1)->positions(many);
    REQUIRE(found.size() == many.words.size() + 1);
    CHECK(index.count(1, many, count) == found.size());
    for (std::uint32_t i = 0; i + 1 < found.size(); ++i) CHECK(found[i] == i * 997 + 1);
}

TEST_CASE("words stand in the same places when a document is read once for several of them", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    DocumentWords document;
    // The last of them are beyond the 65,535th.
    constexpr std::uint32_t count = 65'600;
    for (std::uint32_t i = 0; i < count; ++i) document.words.push_back(words.add("w" + std::to_string(i), ""));
    for (std::uint32_t i = 0; i < count; i += 7) document.words.push_back(document.words[i]);
    const auto title_words = static_cast<std::uint32_t>(document.words.size()) - count;
    document.runs = {{0, 1'000}, {0, count - 1'000}, {title, title_words}};
    const auto index = write(directory.path() / "f", words, {{1, document}}, 1, 1);
    std::vector<WordSet> sets;
    for (const auto field : {std::size_t{0}, title}) {
        for (std::uint32_t begin = 0; begin < count; begin += 13'118) {
            sets.push_back({.field = field, .words = {}});
            for (auto i = begin; i < std::min(begin + 100, count); i += 7)
                sets.back().words.push_back(index.find("w" + std::to_string(i)).words.front());
            std::ranges::sort(sets.back().words);
        }
    }
    std::vector<const WordSet*> all;
    for (const auto& set : sets) all.push_back(&set);
    const auto whole = index.document(1).value();
    for (const auto some : {all.size(), std::size_t{2}, std::size_t{0}}) {
        auto narrowed = whole;
        const auto asked = std::span(all).first(some);
        narrowed.narrow_to(asked);
        for (const auto* set : asked) {
            CHECK_FALSE(whole.positions(*set).empty());
            CHECK(narrowed.positions(*set) == whole.positions(*set));
        }
    }
}

TEST_CASE("what is said of a document's words is true however long it is", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    // Enough for some to be beyond the 65,535th, and each several times elsewhere, so that the order is the one in which they were added.
    constexpr std::uint32_t known = 65'700;
    for (std::uint32_t i = 0; i < known; ++i) words.count(words.add("w" + std::to_string(i), ""), {.count = known - i, .documents = {1}});
    // Documents on both sides of the lengths at which they are written down in another way.
    constexpr std::array<std::uint32_t, 6> sizes{1, 1'023, 1'024, 1'500, 65'535, 65'536};
    std::map<std::uint32_t, DocumentWords> documents;
    for (std::uint32_t docid = 1; docid <= sizes.size(); ++docid) {
        auto& document = documents[docid];
        const auto size = sizes.at(docid - 1);
        // Few of the words many times, and a tail of others up to the last.
        for (std::uint32_t i = 0; i < size; ++i) document.words.push_back(i % 3 == 0 ? known - 1 - i % 50 : i * i % 641);
        const auto body = size - size / 4;
        document.runs = {{0, body / 2 + 1}};
        if (body > body / 2 + 1) document.runs.push_back({0, body - body / 2 - 1});
        if (size > body) document.runs.push_back({title, size - body});
        for (std::uint32_t i = 0; i < body; i += 9) document.sentences.push_back(i);
    }
    const auto index = write(directory.path() / "f", words, documents, 1, sizes.size());
    for (const auto& [docid, document] : documents) {
        const auto read = index.document(docid).value();
        CHECK(read.words().size() == document.words.size());
        CHECK(read.sentences() == document.sentences);
        std::map<std::pair<std::size_t, std::uint32_t>, Numbers> standing;
        std::uint32_t place = 0;
        std::array<std::uint32_t, layout::text_fields.size()> next{1, 1, 1, 1};
        for (const auto& run : document.runs) {
            for (std::uint32_t i = 0; i < run.size; ++i) standing[{run.field, document.words[place++]}].push_back(next.at(run.field)++);
            next.at(run.field) += layout::paragraph_gap;
        }
        for (const auto& [where, positions] : standing) {
            const auto& [field, number] = where;
            const auto term = (field == title ? "S" : "") + words.at(number).word;
            CAPTURE(docid, term);
            CHECK(places(index, docid, term) == positions);
            CHECK(index.count(docid, index.find(term), document.words.size()) == positions.size());
        }
        // Many at once: of a document's few hundred different words those with an even number, and thousands that it does not have.
        WordSet even{.field = 0, .words = {}};
        Numbers standing_even;
        for (std::uint32_t number = 0; number < 6'000; number += 2) {
            std::ranges::copy(index.find(words.at(number).word).words, std::back_inserter(even.words));
            const auto found = standing.find({0, number});
            if (found != standing.end()) std::ranges::copy(found->second, std::back_inserter(standing_even));
        }
        std::ranges::sort(even.words);
        std::ranges::sort(standing_even);
        CHECK(read.positions(even) == standing_even);
        CHECK(index.count(docid, even, document.words.size()) == standing_even.size());
        const auto word = [&, &all = document.words](std::uint32_t at) { return words.at(all[at]).word; };
        for (std::uint32_t i = 0; i + 2 < std::min(document.runs.front().size, 90U); ++i)
            CHECK(may_hold(index, docid, {word(i), word(i + 1), word(i + 2)}));
        CHECK_FALSE(may_hold(index, docid, {"w641", "w642"}));
        CHECK_FALSE(may_hold(index, docid, {word(0), "w641"}));
    }
    // A stranger to the document before it, and the other way round.
    CHECK(may_hold(index, 4, {"w65699", "w1"}));
    CHECK_FALSE(may_hold(index, 4, {"w1", "w65699", "w1"}));
}

TEST_CASE("a word too long for a term is found by the term that stands for it", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    const std::string word(400, 'x');
    const auto other = words.add(word + "y", "");
    const DocumentWords document{.words = {other, words.add(word, "")}, .runs = {{0, 1}, {title, 1}}, .sentences = {}};
    const auto index = write(directory.path() / "f", words, {{1, document}}, 1, 1);
    CHECK(places(index, 1, layout::make_term("S", word)) == Numbers{1});
    CHECK(places(index, 1, layout::make_term("", word)).empty());
    CHECK(places(index, 1, layout::make_term("", word + "y")) == Numbers{1});
}

TEST_CASE("joined forward indexes say the same of every document, and nothing of erased ones", "[index][forward]") {
    const TempDirectory directory;
    for (const auto* name : {"a", "b"}) fs::create_directory(directory.path() / name);
    WordList first;
    const auto kept = debts(first);
    const DocumentWords secret{.words = {first.add("quixotremona", "quixotremon")}, .runs = {{0, 1}}, .sentences = {0}};
    write(directory.path() / "a" / "forward.idx", first, {{1, kept}, {2, secret}}, 1, 2);
    WordList second;
    const DocumentWords ship{.words = {second.add("ship", ""), second.add("debt", "")}, .runs = {{0, 2}}, .sentences = {0}};
    write(directory.path() / "b" / "forward.idx", second, {{3, ship}}, 3, 4);
    const std::vector<MergeInput> inputs{{.directory = directory.path() / "a", .first_docid = 1, .last_docid = 2, .erased = {2}},
                                         {.directory = directory.path() / "b", .first_docid = 3, .last_docid = 4, .erased = {}}};
    const auto file = directory.path() / "joined";
    REQUIRE(merge_forward_indexes(inputs, file).has_value());
    const auto index = ForwardIndex::open(file).value();
    CHECK(index.first_docid() == 1);
    CHECK(index.last_docid() == 4);
    CHECK(places(index, 1, "Zdebt") == Numbers{1, 2, 103, 104});
    CHECK(places(index, 3, "ship") == Numbers{1});
    CHECK(places(index, 3, "debt") == Numbers{2});
    CHECK(index.document(1)->sentence_starts() == Numbers{1, 2, 103});
    CHECK(index.document(2)->runs().empty());
    CHECK(index.word(index.find("debt").words.front()).counts == WordCounts{.count = 4, .documents = {2, 1, 0, 0}});
    CHECK(content_of(file).find("quixo") == std::string::npos);
}

TEST_CASE("a damaged forward index gives some words or none, never a crash", "[index][forward]") {
    const TempDirectory directory;
    WordList words;
    DocumentWords many;
    constexpr std::uint32_t size = 1'100;
    for (std::uint32_t i = 0; i < size; ++i) many.words.push_back(words.add("w" + std::to_string(i % 7), ""));
    many.runs = {{0, size - 1}, {title, 1}};
    const bool is_long = GENERATE(false, true);
    write(directory.path() / "f", words, {{1, debts(words)}, {2, is_long ? many : debts(words)}}, 1, 2);
    const auto good = content_of(directory.path() / "f");
    const auto check = [&](const fs::path& file) {
        const auto index = ForwardIndex::open(file);
        if (!index) return;
        for (const std::uint32_t docid : {1U, 2U, 3U}) {
            index->expect(docid);
            const auto document = index->document(docid);
            if (!document) continue;
            for (const auto* word : {"debt", "w1"}) {
                CHECK(document->positions(index->find(word)).size() <= good_size);
                CHECK(index->count(docid, index->find(word), good_size) <= good_size);
                static_cast<void>(may_hold(*index, docid, {word, "w2"}));
            }
            CHECK(document->sentence_starts().size() <= good_size);
            CHECK(document->words().size() <= good_size);
        }
    };
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char flip : {'\x01', '\x41', '\x7F'}) {
            auto bad = good;
            bad[i] = static_cast<char>(bad[i] ^ flip);
            check(directory.write("bad", bad));
        }
        check(directory.write("bad", good.substr(0, i)));
    }
}

}  // namespace palermo::test
