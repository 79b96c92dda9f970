// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the ranking on judged collections, through our own indexer and searcher: ./dev eval [FOLDER] runs it.
#include "searchd/query/parser.hpp"
#include "searchd/search/searcher.hpp"
#include "tests/eval/judged_collection.hpp"
#include "tests/eval/measures.hpp"
#include "tests/support/temp_index.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>

namespace palermo::eval {
namespace {

/// The least that a set must reach: plain BM25 of Xapian 1.4.22 with the OR of the words, or better where we promise better.
struct Floor {
    std::string_view set;
    double ndcg_at_10;
    double map;
};

constexpr std::array floors{Floor{"cranfield", 0.535, 0.421}, Floor{"cacm", 0, 0.32},      Floor{"xquad_en", 0.970, 0},
                            Floor{"xquad_es", 0.965, 0},      Floor{"xquad_zh", 0.966, 0}, Floor{"xquad_ar", 0.938, 0}};

/// As deep as average precision is measured, in pages.
constexpr std::uint32_t pages = 10;

test::TestRecord record_of(const JudgedDocument& document, std::size_t number) {
    test::TestRecord record{
        .id = "d-" + std::to_string(number), .title = document.title, .facts = {}, .lang = document.lang, .country = "NL"};
    // The title is taken out of a text that repeats it.
    const bool repeats = !document.title.empty() && document.text.starts_with(document.title);
    std::istringstream lines(repeats ? document.text.substr(document.title.size()) : document.text);
    std::string paragraph;
    for (std::string line; std::getline(lines, line);) {
        // Control characters of old tapes, which XML has no place for.
        std::erase_if(line, [](char c) { return c >= 0 && c < ' ' && c != '\t'; });
        if (!line.empty()) paragraph += (paragraph.empty() ? "" : "\n") + line;
        if (!line.empty() || paragraph.empty()) continue;
        record.facts.push_back(std::move(paragraph));
        paragraph.clear();
    }
    if (!paragraph.empty()) record.facts.push_back(std::move(paragraph));
    return record;
}

/// A query as a person would send it: when something in it is a mistake, as it is repaired.
std::string repaired(const std::string& text) {
    const auto parsed = query::parse(text);
    const auto* mistake = std::get_if<query::ParseError>(&parsed);
    return mistake != nullptr ? mistake->repair : text;
}

std::vector<std::string> search(Searcher& searcher, const JudgedCollection& collection, const std::string& text) {
    std::vector<std::string> ranking;
    SearchRequest request;
    request.text = repaired(text);
    // The queries say in sentences what is sought; the figures to reach are of the OR of their words.
    request.match = MatchMode::any;
    request.size = max_page_size;
    for (request.page = 1; request.page <= pages; ++request.page) {
        const auto answer = searcher.search(request, std::chrono::steady_clock::now() + std::chrono::minutes(1));
        if (!answer) throw std::runtime_error(format(answer.error()));
        const auto* result = std::get_if<SearchResult>(&*answer);
        if (result == nullptr) throw std::runtime_error("No answer to: " + text);
        for (const auto& hit : result->hits) ranking.push_back(collection.documents[std::stoul(hit.id.substr(2))].id);
        if (result->hits.size() < request.size) break;
    }
    return ranking;
}

Measures measure_collection(const JudgedCollection& collection) {
    std::vector<test::TestRecord> records;
    for (std::size_t i = 0; i < collection.documents.size(); ++i) records.push_back(record_of(collection.documents[i], i));
    const test::TempIndex index(records);
    auto searcher = Searcher::open(index.snapshot());
    if (!searcher) throw std::runtime_error(format(searcher.error()));
    std::vector<Measures> all;
    for (const auto& query : collection.queries) all.push_back(measure(search(*searcher, collection, query.text), query.grades));
    return mean(all);
}

bool is_below(const std::string& set, const Measures& measures) {
    const auto floor = std::ranges::find(floors, std::string_view(set), &Floor::set);
    return floor != floors.end() && (measures.ndcg_at_10 < floor->ndcg_at_10 || measures.map < floor->map);
}

std::string floor_of(const std::string& set) {
    const auto floor = std::ranges::find(floors, std::string_view(set), &Floor::set);
    if (floor == floors.end()) return "none";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "nDCG@10 %.3f, MAP %.3f", floor->ndcg_at_10, floor->map);
    return text.data();
}

int run(std::span<char*> arguments) {
    if (arguments.size() < 3) {
        std::cerr << "Usage: palermo_eval RESULTS.json FOLDER...\n";
        return 2;
    }
    boost::json::object results;
    bool below = false;
    std::printf("%-12s %7s %7s   %8s %8s %8s %10s   %s\n", "set", "cases", "queries", "nDCG@10", "MAP", "MRR", "Recall@100", "to reach");
    for (const auto* folder : arguments.subspan(2)) {
        const auto collection = read_collection(folder);
        const auto measures = measure_collection(collection);
        const bool fails = is_below(collection.name, measures);
        below = below || fails;
        std::printf("%-12s %7zu %7zu   %8.4f %8.4f %8.4f %10.4f   %s%s\n", collection.name.c_str(), collection.documents.size(),
                    collection.queries.size(), measures.ndcg_at_10, measures.map, measures.mrr, measures.recall_at_100,
                    floor_of(collection.name).c_str(), fails ? "  NOT REACHED" : "");
        std::fflush(stdout);
        results[collection.name] = {
            {"ndcg_at_10", measures.ndcg_at_10}, {"map", measures.map}, {"mrr", measures.mrr}, {"recall_at_100", measures.recall_at_100}};
    }
    std::ofstream(arguments[1]) << boost::json::serialize(results) << '\n';
    return below ? 1 : 0;
}

}  // namespace
}  // namespace palermo::eval

int main(int argc, char** argv) {
    try {
        return palermo::eval::run({argv, static_cast<std::size_t>(argc)});
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
