// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/eval/judged_collection.hpp"

#include <boost/json.hpp>

#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

namespace palermo::eval {
namespace {

namespace json = boost::json;

void for_each_line(const std::filesystem::path& file, const std::function<void(const std::string&)>& visit) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + " cannot be read.");
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) visit(line);
    }
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::string language_of(const std::string& name) {
    const auto mark = name.rfind('_');
    return mark == std::string::npos ? "en" : name.substr(mark + 1);
}

}  // namespace

JudgedCollection read_collection(const std::filesystem::path& folder) {
    JudgedCollection collection{.name = folder.filename().string(), .documents = {}, .queries = {}};
    for_each_line(folder / "docs.jsonl", [&](const std::string& line) {
        const auto document = json::parse(line).as_object();
        auto lang = text_of(document, "lang");
        if (lang.empty()) lang = language_of(collection.name);
        collection.documents.push_back({text_of(document, "id"), text_of(document, "title"), text_of(document, "text"), lang});
    });
    std::map<std::string, std::map<std::string, double>> grades;
    for_each_line(folder / "qrels.tsv", [&](const std::string& line) {
        std::istringstream fields(line);
        std::string query;
        std::string document;
        double grade = 0;
        if (fields >> query >> document >> grade && grade > 0) grades[query][document] = grade;
    });
    for_each_line(folder / "queries.jsonl", [&](const std::string& line) {
        const auto query = json::parse(line).as_object();
        const auto judged = grades.find(text_of(query, "id"));
        if (judged != grades.end()) collection.queries.push_back({judged->first, text_of(query, "text"), judged->second});
    });
    return collection;
}

}  // namespace palermo::eval
