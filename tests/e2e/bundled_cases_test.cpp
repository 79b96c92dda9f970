// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_reader.hpp"
#include "corpus/source_text.hpp"
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

std::filesystem::path cases_directory() { return std::filesystem::path(PALERMO_SOURCE_DIR) / "corpus" / "cases"; }

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(cases_directory())) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    return files;
}

CaseRecord record_in(const std::filesystem::path& file) {
    const auto text = open_source(file);
    REQUIRE(text.has_value());
    auto record = read_record(*text);
    REQUIRE(record.has_value());
    return *record;
}

/// Words in lower case with one blank between them: what a phrase is matched against.
std::string words_of(const std::string& text) {
    std::string words = " ";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80) {
            words += static_cast<char>(std::tolower(byte));
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words + ' ';
}

bool says(const CaseRecord& record, const std::string& phrase) {
    std::vector<std::string> texts{record.title.text};
    for (const auto& section : record.texts) {
        for (const auto& paragraph : section.paragraphs) texts.push_back(paragraph.text);
    }
    for (const auto& proceeding : record.proceedings) {
        for (const auto& description : proceeding.description) texts.push_back(description.text);
        if (proceeding.outcome) texts.push_back(proceeding.outcome->wording);
    }
    for (const auto& charge : record.charges) texts.insert(texts.end(), {charge.details, charge.legislation});
    return std::ranges::any_of(texts,
                               [&](const std::string& text) { return words_of(text).find(' ' + phrase + ' ') != std::string::npos; });
}

using Selections = std::map<std::string, std::string>;

std::string to_query(const std::string& text, const Selections& selections) {
    std::string query = "q=" + url_encode(text);
    for (const auto& [facet, value] : selections) query += '&' + facet + '=' + url_encode(value);
    return query;
}

/// Chooses every bucket that one answer shows, one at a time, and compares.
class FacetWalk {
public:
    FacetWalk(HttpClient& client, std::string text, Selections selections)
        : client_(client), text_(std::move(text)), selections_(std::move(selections)) {}

    /// The number of buckets chosen.
    int walk() {
        const auto answer = search(client_, to_query(text_, selections_));
        for (const auto& [facet, counts] : answer.at("facets").as_object()) {
            choose_all(std::string(facet), counts.at("buckets").as_array());
            choose(std::string(facet), "not-recorded", counts.at("not_recorded").to_number<std::uint64_t>());
        }
        return chosen_;
    }

private:
    void choose_all(const std::string& facet, const boost::json::array& buckets) {
        for (const auto& bucket : buckets) {
            choose(facet, std::string(bucket.at("id").as_string()), bucket.at("count").to_number<std::uint64_t>());
            choose_all(facet, bucket.at("children").as_array());
        }
    }

    void choose(const std::string& facet, const std::string& value, std::uint64_t count) {
        auto selections = selections_;
        selections[facet] = value;
        const auto query = to_query(text_, selections);
        INFO(query);
        CHECK(total(search(client_, query + "&size=1")) == count);
        ++chosen_;
    }

    HttpClient& client_;
    std::string text_;
    Selections selections_;
    int chosen_ = 0;
};

}  // namespace

TEST_CASE("the bundled cases load, are searched, and count exactly", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {cases_directory()});
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto files = case_files();
    REQUIRE(files.size() > 50);

    SECTION("every record is found, by its id and in the whole list") {
        std::set<std::string> expected;
        for (const auto& file : files) expected.insert(record_in(file).id);
        CHECK(expected.size() == files.size());
        CHECK(all_ids(client, "") == expected);
        for (const auto& id : expected) {
            INFO(id);
            CHECK(client.get("/api/v1/cases/" + id).status == 200);
            CHECK(client.get("/cases/" + id).status == 200);
        }
    }

    SECTION("a phrase finds exactly the cases that say it") {
        for (const std::string phrase : {"debt bondage", "false passport", "sexual exploitation", "the"}) {
            std::set<std::string> expected;
            for (const auto& file : files) {
                if (const auto record = record_in(file); says(record, phrase)) expected.insert(record.id);
            }
            INFO(phrase);
            // In the prose: some of these are labels too, and would find what is catalogued under them.
            CHECK(all_ids(client, "q=" + url_encode("text:\"" + phrase + '"')) == expected);
            if (phrase == "debt bondage") CHECK_FALSE(expected.empty());
        }
    }

    SECTION("choosing any bucket gives exactly its count") {
        CHECK(FacetWalk(client, "", {}).walk() > 100);
        CHECK(FacetWalk(client, "passport OR debt", {}).walk() > 30);
        CHECK(FacetWalk(client, "", {{"outcome", "convicted"}}).walk() > 30);
        CHECK(FacetWalk(client, "court", {{"evidential-issue", "!not-recorded"}, {"crime-type", "trafficking-in-persons"}}).walk() > 10);
    }

    SECTION("the XML of a case comes back byte by byte") {
        for (const auto& file : files) {
            const auto id = record_in(file).id;
            INFO(id);
            const auto reply = client.get("/api/v1/cases/" + id + ".xml");
            CHECK(reply.status == 200);
            CHECK(reply.header("content-type").starts_with("application/xml"));
            CHECK(reply.body == bytes_of(file));
            CHECK(client.get("/api/v1/cases/" + id, {{"Accept", "application/xml"}}).body == reply.body);
        }
    }
}

}  // namespace palermo::test
